export const signingKeysPostmortem = `# Nobody can sign in

## Summary

On the day of the quarterly key rotation, most customers could not sign in for 41 minutes, from {3} to {44}. The rotation made a new signing key active at once. Our gateways keep the set of known keys for 24 hours, so they refused every token that was signed with the new key. We signed with the previous key again at {19} and restarted all gateways by {44}. No token was accepted that should not have been, and no data was lost.

## Impact

| What | How much |
|---|---|
| Customers who could not sign in or were signed out | about 41,000 |
| Requests refused at the peak | 63% |
| Orders that failed | 5,200 |
| Estimated revenue | 74,000 USD |
| Regions | all three |

Customers with a session from before {0} were not affected until their token was renewed, which is why the refused share grew for the first minutes instead of starting at its peak.

## Timeline

- **{0}** The rotation makes key sig-2 active in auth.
- **{3}** Sign-in probes fail from all five places; one minute later 63% of all requests are refused.
- **{6}** SEV1 declared.
- **{9}** Tokens name a key that the gateways do not know.
- **{15}** The gateways turn out to keep the key set for 24 hours and to ignore the time that auth asks for.
- **{19}** auth signs with the previous key again. New sign-ins work.
- **{31}** Rolling restart of 48 gateways begins, for those who signed in between {0} and {19}.
- **{44}** Restart complete. All tokens are accepted.
- **{96}** Resolved, after the decisions of all gateways since {0} were checked.

## Root cause

A gateway verifies a token with a set of public keys that it fetches from auth. It keeps this set for 24 hours, a constant in its configuration, and does not read the shorter time that auth sends along. A rotation is therefore safe only when the new key has been published for a day before it signs. The runbook did not have this step: earlier rotations happened to fall on the day of a gateway release, which restarted every gateway and hid the fault.

## Contributing factors

1. The runbook describes how to make a key active, and not how to publish it first.
2. The time to keep the key set is configured in two places, and the gateway uses its own.
3. Staging has a single gateway that restarts every night, so it never holds an old key set.
4. We had an alert on refused requests, and none on tokens that name an unknown key. The second would have named the cause in the first minute.

## What went well

- The probes found the failure within three minutes, before the first call reached support.
- Reverting the key took four minutes from the moment the cause was known, because the rotation keeps the previous key at hand.
- One person wrote to the status page and kept all promised times.

## What went badly

- We rotated at 15:00, near the daily peak, for no better reason than that people were at their desks.
- The restart of the gateways took 13 minutes, because we restart four at a time to protect capacity. Nobody on the bridge knew that number.
- In the first minutes two people worked on the theory of a clock that runs wrong.

## Where we were lucky

The previous key had not been destroyed yet. The runbook would have asked for that 30 minutes later.

## Actions

The four actions of this incident are on the board. The first, to fetch the key set again when a token names an unknown key, removes the cause: with it, a rotation without any waiting would have cost each gateway one more request.

## Open questions

- Should a rotation need two people? Identity discusses it at its next review.
`;
