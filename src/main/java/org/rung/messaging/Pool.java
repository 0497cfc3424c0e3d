package org.rung.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.rung.senders.Area;
import org.rung.senders.SenderId;

/** The numbers of an organization, each with how many people it has and is meant for. */
class Pool {
    record Member(SenderId senderId, Area area, boolean running, OptionalLong places, AtomicLong people) {
        Member(SenderId senderId, Area area, boolean running, OptionalLong places, long people) {
            this(senderId, area, running, places, new AtomicLong(people));
        }

        boolean full() {
            return places.isPresent() && people.get() >= places.getAsLong();
        }

        double filled() {
            return places.isPresent() ? (double) people.get() / places.getAsLong() : 0;
        }
    }

    private final List<Member> members;

    Pool(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /** One that runs before one that pauses, one with room before a full one; then by area code, region, country, room. */
    synchronized Optional<SenderId> choose(Supplier<Area> whose) {
        if (members.size() < 2) {
            return members.stream().map(Member::senderId).findFirst();
        }
        Area area = whose.get();
        Optional<Member> best = members.stream()
                .min(Comparator.comparing((Member member) -> !member.running())
                        .thenComparing(Member::full)
                        // Where all are full, nobody is left without a number: the least full one is.
                        .thenComparing(member -> member.full() ? member.filled() : 0)
                        .thenComparing(member -> !member.area().sameCode(area))
                        .thenComparing(member -> !member.area().sameRegion(area))
                        .thenComparing(member -> !member.area().country().equals(area.country()))
                        .thenComparing(Member::filled));
        best.ifPresent(member -> member.people().incrementAndGet());
        return best.map(Member::senderId);
    }
}
