package org.rung.giving;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the books agree with themselves: lines of the ledger, sums of the gifts, and what the ladders were told. */
@Service
public class Reckoning {
    private final GiftStore store;

    Reckoning(GiftStore store) {
        this.store = store;
    }

    /**
     * One currency, in its smallest unit.
     *
     * @param entries what the ledger's lines add up to
     * @param gifts what the gifts say is left of them
     * @param matched what is left of gifts whose person is known
     * @param evidence what the ladders were told of those
     */
    public record Row(String currency, long entries, long gifts, long matched, long evidence) {
        public boolean agrees() {
            return entries == gifts && matched == evidence;
        }
    }

    /** By currency; none for no gifts. Reads every gift: for whoever asks, not for each screen. */
    @Transactional(readOnly = true)
    public List<Row> reckon(Actor actor) {
        actor.must(Permission.SEE_GIVING);
        var organization = actor.organization();
        Map<String, Long> entries = store.byEntries(organization);
        Map<String, Long> gifts = store.totals(organization, GiftFilter.ALL).stream()
                .collect(Collectors.toMap(GiftTotal::currency, GiftTotal::keptMinor));
        Map<String, Long> matched = store.matched(organization);
        Map<String, Long> evidence = store.byActions(organization);
        Set<String> currencies = new TreeSet<>(entries.keySet());
        currencies.addAll(gifts.keySet());
        currencies.addAll(evidence.keySet());
        return currencies.stream()
                .map(currency -> new Row(
                        currency,
                        entries.getOrDefault(currency, 0L),
                        gifts.getOrDefault(currency, 0L),
                        matched.getOrDefault(currency, 0L),
                        evidence.getOrDefault(currency, 0L)))
                .toList();
    }
}
