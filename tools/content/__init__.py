"""The YAML of `content/`: its layout, its faults, its schemas, and the library that it gives."""
