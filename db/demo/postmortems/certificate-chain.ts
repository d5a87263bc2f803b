export const certificateChainPostmortem = `# Older phones cannot connect

## Summary

A routine renewal of our public certificate went live at {0} with a chain whose root is missing on phones with Android 7 or iOS 12. On these phones, 12% of our users, the app could not connect until {91}. We installed the longer of the two chains that the certificate authority had delivered.

## Impact

About 18,600 customers could not use the app for up to 91 minutes. 1,240 orders failed; the website worked on the same phones, because their browsers bring their own roots. Push notifications to these phones were delivered late.

## Timeline

- **{0}** The renewed certificate goes live.
- **{29}** Alert: mobile sessions 14% below the forecast.
- **{46}** SEV2 declared.
- **{52}** The handshake fails for want of a root.
- **{64}** The right chain is found in the delivery; our tool had dropped it.
- **{91}** The longer chain is on all gateways.
- **{158}** Resolved.

## Root cause

The certificate authority delivers two chains and changed their order this year. Our renewal tool keeps the first chain and drops the others without a word.

## Contributing factors

1. The tool does not say that it drops a chain.
2. Our handshake probes run on current systems, which know both roots.
3. Seventeen minutes went by between the alert and the declaration, because a dip of mobile sessions is often a late push campaign.

## What went well

- The forecast alert works without knowing the cause.
- Test phones with old systems were within reach, in a drawer of the mobile team.

## What went badly

TODO: Daniel and Helena, please add your view, above all on the time from {29} to {46}.

## Actions

See the board. Still to decide: until when we support Android 7.
`;
