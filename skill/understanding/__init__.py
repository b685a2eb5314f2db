"""What people say → what they mean. Pure: a sentence and the open question in, meanings out."""
