package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.people.Drafts;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.springframework.beans.factory.annotation.Autowired;

/** A list takes "or" apart so that it is quick: what it shows must stay the same, page by page and in each order. */
@RungTest
class AlternativesTest {
    private static final int PEOPLE = 24;

    @Autowired
    SupporterList list;

    @Autowired
    Supporters supporters;

    @Autowired
    DSLContext db;

    Actor.Member ora;
    List<SupporterId> people;
    /** By tag, whether each person has it. */
    boolean[][] has = new boolean[3][PEOPLE];

    @BeforeEach
    void people_with_tags_by_chance() {
        ora = NewOrganization.with(db).member(Role.ORGANIZER);
        var chance = new Random(11);
        var drafts = IntStream.range(0, PEOPLE)
                .mapToObj(i -> {
                    var tags = new LinkedHashSet<String>();
                    for (int tag = 0; tag < has.length; tag++)
                        if (has[tag][i] = chance.nextInt(3) > 0) tags.add("tag" + tag);
                    var name = "" + (char) ('a' + i % 4);
                    return Drafts.full(name, name, "", "", "", tags, Map.of(), Phones.fresh());
                })
                .toList();
        people = supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
        // Each is there, so that a filter may name it.
        for (int tag = 0; tag < has.length; tag++) supporters.tag(ora, Set.of(people.getFirst()), "tag" + tag);
        for (var tag : has) tag[0] = true;
    }

    @Test
    void what_a_filter_finds_is_what_its_words_say_however_it_is_asked() {
        var chance = new Random(5);
        for (int i = 0; i < 60; i++) {
            var groups = new ArrayList<FilterGroup>();
            for (int g = 1 + chance.nextInt(3); g > 0; g--) {
                var lines = new ArrayList<FilterLine>();
                for (int l = 1 + chance.nextInt(3); l > 0; l--)
                    lines.add(new FilterLine(
                            "tag",
                            "",
                            chance.nextInt(3) == 0,
                            Comparison.IS,
                            List.of("tag" + chance.nextInt(has.length))));
                groups.add(new FilterGroup(either(chance), lines));
            }
            var filter = new SupporterFilter("", either(chance), groups);
            var wanted = IntStream.range(0, PEOPLE)
                    .filter(person -> matches(filter, person))
                    .mapToObj(people::get)
                    .toList();
            for (var order : SupporterOrder.values())
                assertThat(walked(filter, order))
                        .as(filter + " by " + order)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(list.count(ora, filter, 1_000)).as(filter.toString()).isEqualTo(wanted.size());
            assertThat(list.count(ora, filter, 3)).isEqualTo(Math.min(3, wanted.size()));
            assertThat(list.count(ora, filter)).isEqualTo(wanted.size());
        }
    }

    private static Match either(Random chance) {
        return chance.nextBoolean() ? Match.ALL : Match.ANY;
    }

    private boolean matches(SupporterFilter filter, int person) {
        var groups = filter.groups().stream().map(group -> matches(group, person));
        return filter.match() == Match.ALL ? groups.allMatch(Boolean::valueOf) : groups.anyMatch(Boolean::valueOf);
    }

    private boolean matches(FilterGroup group, int person) {
        var lines =
                group.lines().stream().map(line -> has[line.values().getFirst().charAt(3) - '0'][person] != line.not());
        return group.match() == Match.ALL ? lines.allMatch(Boolean::valueOf) : lines.anyMatch(Boolean::valueOf);
    }

    private List<SupporterId> walked(SupporterFilter filter, SupporterOrder order) {
        var all = new ArrayList<SupporterId>();
        var page = list.page(ora, filter, order, Page.Wanted.first(5));
        page.rows().forEach(row -> all.add(row.supporterId()));
        while (page.next().isPresent()) {
            page = list.page(ora, filter, order, new Page.Wanted(page.next(), 5));
            page.rows().forEach(row -> all.add(row.supporterId()));
        }
        return all;
    }
}
