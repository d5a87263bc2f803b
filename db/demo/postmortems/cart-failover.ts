export const cartFailoverPostmortem = `## Summary

The primary of the cart database failed at {0}, and its replica took over within 41 seconds. Half of the checkout instances kept writing to the old primary, which accepted writes and discarded them. Items disappeared from 4,150 carts until {168}. By {402} we had rebuilt 3,900 of them from the click log.

## Impact

- 4,150 customers lost items from their cart; 610 purchases were given up, worth about 21,400 USD.
- Completed orders were not affected.
- 250 carts could not be rebuilt. Their owners got a voucher.

## Timeline

\`\`\`timeline
\`\`\`

## Root cause

Checkout resolves the address of the cart database once, at start. After the failover half of its instances did not know the new primary.

## Contributing factors

1. The failed node still accepted connections. The failover had never been tried here with traffic.
2. The alert on rejected writes does not page at night.
3. There was no runbook for a failover of the cart database.
4. Writes are acknowledged before they are on a replica, which is the driver's default.

## Detection

The alert came 19 minutes after the failover, and was read 39 minutes later by somebody who was awake for another reason.

## Response

Two updates came later than they were promised, at night and with two people on the bridge. Restarting one zone at a time took 46 minutes; it kept checkout open all the while.

## What went well

- The replica took over on its own.
- The click log, kept for another purpose, brought back most carts.

## What went wrong

- Writes that were discarded were reported as done.
- From {168} to {305} the record is silent: the work on lost carts had no owner at first.

## Where we got lucky

It was one in the morning. At noon it would have been eight times as many carts.

## Action items

\`\`\`action-items
\`\`\`

## Open questions

None.
`;
