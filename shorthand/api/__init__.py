"""The public conversions, with shapes and with Python types. The one place where converting and advising meet."""
