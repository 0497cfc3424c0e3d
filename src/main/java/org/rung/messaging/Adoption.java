package org.rung.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Component;

/** Texts without a sender, or whose sender was retired, get the number that their person has, or a new one. */
@Component
class Adoption {
    private final ParkedStore store;
    private final Pools pools;

    Adoption(ParkedStore store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    /** In the claim's transaction; they leave in a later round, at their new sender's pace. How many were moved. */
    int adopt(List<Claim> orphans) {
        if (orphans.isEmpty()) {
            return 0;
        }
        Map<ThreadId, SenderId> theirs =
                store.senders(orphans.stream().map(Claim::threadId).toList());
        Map<SenderId, List<Claim>> given = new HashMap<>();
        List<Claim> homeless = new ArrayList<>();
        for (Claim orphan : orphans) {
            Optional<SenderId> sender = Optional.ofNullable(theirs.get(orphan.threadId()))
                    .or(() -> pools.choose(orphan.organizationId(), orphan.phone()));
            sender.ifPresentOrElse(
                    found -> {
                        theirs.put(orphan.threadId(), found);
                        given.computeIfAbsent(found, any -> new ArrayList<>()).add(orphan);
                    },
                    () -> homeless.add(orphan));
        }
        given.forEach((sender, texts) -> {
            store.give(texts, sender);
            texts.stream()
                    .collect(Collectors.groupingBy(Claim::organizationId, Collectors.counting()))
                    .forEach((organization, people) -> pools.moved(organization, sender, people.intValue()));
        });
        store.park(homeless.stream().map(Claim::messageId).toList());
        homeless.forEach(Trail::parked);
        return orphans.size();
    }
}
