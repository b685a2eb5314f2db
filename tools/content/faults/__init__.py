"""What can be wrong in `content/`: one file per kind of fault.

Where files are compared with each other, whatever has not the shape that it should have is passed
over: `shape` names it, and everything else is still looked at.
"""
