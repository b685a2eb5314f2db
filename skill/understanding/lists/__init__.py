"""Several things of one question, answered one by one."""
