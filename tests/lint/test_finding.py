"""What a finding carries."""

import pickle

from shorthand import lint


def test_a_finding_is_data() -> None:
    (found,) = lint.check("aws ec2 create-tag", kind="bash", path="a.sh")
    assert pickle.loads(pickle.dumps(found)) == found
    assert str(found) == "a.sh:1:9: SH102 ec2 has no command 'create-tag'"
    assert found.fixes[0].edits == (lint.Edit(8, 18, "create-tags"),)
    assert not found.fixes[0].is_certain
