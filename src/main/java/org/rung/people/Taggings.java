package org.rung.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One tag on many people, so that it can be taken back: each statement is for all of them. Needs EDIT_PEOPLE. */
@Service
public class Taggings {
    private final TagStore tags;
    private final Clock clock;

    Taggings(TagStore tags, Clock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    /** The tag of that name, made when it is new. */
    @Transactional
    public TagId make(Actor actor, String tag) {
        actor.must(Permission.EDIT_PEOPLE);
        var name = Tag.named(tag);
        tags.make(actor.organization(), Set.of(name), clock.instant());
        return tags.named(actor.organization(), name).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<TagId> find(OrganizationId organizationId, String tag) {
        return tags.named(organizationId, Tag.named(tag));
    }

    /** Whoever carries it already keeps it as of when they got it. Nothing happens when the tag is gone. */
    @Transactional
    public void put(Actor actor, Collection<SupporterId> supporters, TagId tag, Instant at) {
        actor.must(Permission.EDIT_PEOPLE);
        if (!supporters.isEmpty()) tags.put(actor.organization(), supporters, tag, at);
    }

    @Transactional
    public void take(Actor actor, Collection<SupporterId> supporters, TagId tag) {
        actor.must(Permission.EDIT_PEOPLE);
        if (!supporters.isEmpty()) tags.remove(actor.organization(), supporters, tag);
    }

    /** Takes back what {@link #put} did; a tag that someone put on again since stays. */
    @Transactional
    public void takeBack(Actor actor, Map<SupporterId, Instant> put, TagId tag) {
        actor.must(Permission.EDIT_PEOPLE);
        at(put).forEach((at, supporters) -> tags.removePutAt(actor.organization(), supporters, tag, at));
    }

    /** Takes back what {@link #take} did: the tag is on again as of when they first got it. */
    @Transactional
    public void putBack(Actor actor, Map<SupporterId, Instant> had, TagId tag) {
        actor.must(Permission.EDIT_PEOPLE);
        at(had).forEach((at, supporters) -> tags.put(actor.organization(), supporters, tag, at));
    }

    /** Tags are put on many at a time, so there are few moments. */
    private static Map<Instant, Set<SupporterId>> at(Map<SupporterId, Instant> people) {
        return people.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    }
}
