"""Reading what came from outside, in processes that can be killed: `server` starts them, `child` runs in them."""
