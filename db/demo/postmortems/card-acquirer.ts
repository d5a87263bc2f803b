export const cardAcquirerPostmortem = `# Card payments fail

## Summary

The acquirer that processes our Visa and Mastercard payments had an outage in its data centre. From {0} until {94} more than half of all card payments failed. Until {33} wallets and bank transfers were slow as well, although they do not need this acquirer: its hanging calls held all workers of payment-gateway. We moved card payments to our second acquirer in steps, and were back at a normal success rate at {94}.

## Impact

- 9,140 payments failed; about 23,800 customers were affected, of whom 60% paid later the same evening.
- 96 payments were taken twice, because customers paid again while the first attempt was still on its way. All were refunded the same night.
- Estimated loss of revenue: 118,000 USD.
- Fees were 0.2% higher until we moved back to the first acquirer the next day.

## Timeline

- **{0}** The acquirer begins to time out.
- **{5}** Alert: card authorisations at 46%. Two more alerts follow within four minutes.
- **{11}** SEV1 declared; the acquirer's emergency line is called.
- **{18}** The acquirer confirms an outage and gives no time for its end.
- **{26}** Timeout to the acquirer lowered from 30 to 4 seconds.
- **{33}** Wallets and bank transfers are back to normal.
- **{47}** 10% of card payments go to the second acquirer.
- **{61}** Its contract limit of 50 payments a second stops us from going further.
- **{82}** Limit raised to 200; all card payments go there.
- **{94}** Success rate at 96%.
- **{168}** Resolved, after the refunds were confirmed.

## Root cause

The outage itself was outside of our reach. That it became ours has two reasons. Calls to the acquirer could hang for 30 seconds, and all payment methods share one pool of workers. At our evening rate the pool was full after four minutes, and from then on every payment waited for a worker, whatever its method.

## Contributing factors

1. Both large card schemes go through one provider.
2. No capacity is reserved per payment method.
3. Moving to the second acquirer is a change of configuration in three places. It had been written down, and never been tried with real traffic.
4. Nobody on the bridge knew that our contract with the second acquirer limits us to 50 payments a second. Raising it took 21 minutes, all of them on the telephone.

## What went well

- Declaring took two minutes from the third alert, and the emergency line of the acquirer was called in the same minute.
- Lowering the timeout was a decision of ten minutes that gave two of three payment methods back.
- Reconciliation found the double payments before customers did.

## What went badly

- The update promised for {43} came at {62}. The communications lead was on the telephone about the contract limit, and nobody stood in for her.
- We tried 10% on the second acquirer for 14 minutes to be careful, while 60% of card payments failed. A higher first step would have been right.

## Where we were lucky

The account manager of the second acquirer answered his private telephone at half past seven in the evening.

## What we change

The worker pool per method comes first: it would have turned this SEV1 into a partial failure of one method. Routing by success rate comes second and makes the move automatic. Until then we drill the manual move every month, at a rate that is worth the name.

## Lessons

A timeout is a promise about how much of ourselves we give to somebody else's outage. Ours was 30 seconds because nobody had ever chosen it.
`;
