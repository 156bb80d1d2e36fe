"""Values of YAML and TOML that are prose, and what a translation must leave as it is.

A real parser says where a value stands, and says so again when something was written: all else must be the
same, byte for byte, and every value in its place must still be a string.
"""
