package org.rung.senders;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How full numbers are, and a word to the admins before there is no room for new people. */
@Service
public class SenderRooms {
    private static final String NOTICE = "numbers-filling";

    /** With a fifth of all places left there is time to register another number. */
    private static final int LEFT_OF_A_HUNDRED = 20;

    /** Whoever has settled it by hand is reminded after so long. */
    private static final Duration REMINDED = Duration.ofDays(7);

    private final SenderStore store;
    private final SenderRates rates;
    private final PeopleOfSenders known;
    private final Notices notices;
    private final Clock clock;

    SenderRooms(SenderStore store, SenderRates rates, PeopleOfSenders known, Notices notices, Clock clock) {
        this.store = store;
        this.rates = rates;
        this.known = known;
        this.notices = notices;
        this.clock = clock;
    }

    /** Of each number that is meant for a few hundred people. */
    @Transactional(readOnly = true)
    public Map<SenderId, Room> of(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return rooms(store.all(actor.organization()));
    }

    /** Without roles, on one server at a time. */
    @Transactional
    public void look() {
        Map<OrganizationId, List<Sender>> all = store.everywhere();
        Map<SenderId, Room> rooms =
                rooms(all.values().stream().flatMap(Collection::stream).toList());
        Set<OrganizationId> over = new HashSet<>(notices.open(NOTICE));
        all.forEach((here, senders) -> {
            if (judge(here, senders, rooms)) over.remove(here);
        });
        over.forEach(here -> notices.over(here, NOTICE));
    }

    @EventListener
    void opened(SenderOpened opened) {
        look(opened.organizationId());
    }

    @EventListener
    void changed(SenderChanged changed) {
        look(changed.organizationId());
    }

    private void look(OrganizationId here) {
        List<Sender> senders = store.all(here);
        if (!judge(here, senders, rooms(senders))) notices.over(here, NOTICE);
    }

    /** Whether new people soon find no number with room. */
    private boolean judge(OrganizationId here, List<Sender> senders, Map<SenderId, Room> rooms) {
        // Where one number takes anyone, there is room whatever the others have.
        if (senders.isEmpty() || senders.stream().anyMatch(sender -> !rooms.containsKey(sender.senderId()))) {
            return false;
        }
        List<Room> theirs = senders.stream()
                .flatMap(sender -> Optional.ofNullable(rooms.get(sender.senderId())).stream())
                .toList();
        long places = theirs.stream().mapToLong(room -> room.places().orElse(0)).sum();
        long free = theirs.stream().mapToLong(Room::free).sum();
        if (free * 100 > places * LEFT_OF_A_HUNDRED) return false;
        // Numbers that came meanwhile make it another matter, and so does the last place.
        String subject = places + (free == 0 ? "-full" : "");
        if (!notices.told(here, NOTICE, subject, clock.instant().minus(REMINDED))) {
            notices.over(here, NOTICE);
            notices.tell(
                    here,
                    NOTICE,
                    subject,
                    Sentence.of(free == 0 ? "senders.notice.full" : "senders.notice.filling", places),
                    Optional.of(SendersPaths.SENDERS));
        }
        return true;
    }

    private Map<SenderId, Room> rooms(List<Sender> senders) {
        List<Sender> filling = senders.stream()
                .filter(sender -> rates.places(sender.pacing()).isPresent())
                .toList();
        Map<SenderId, Long> people =
                known.people(filling.stream().map(Sender::senderId).toList());
        Map<SenderId, Room> rooms = new HashMap<>();
        filling.forEach(sender -> rooms.put(
                sender.senderId(),
                new Room(people.getOrDefault(sender.senderId(), 0L), rates.places(sender.pacing()))));
        return rooms;
    }
}
