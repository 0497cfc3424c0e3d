package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.OwnLinks;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** Links to give for texts: one of each person's own, however many texts are made at once. */
class GiveLinksTest extends PaymentStory {
    @Autowired
    OwnLinks own;

    @Autowired
    GiveLinkStore store;

    @Test
    void texts_that_are_made_at_the_same_moment_carry_one_link() throws Exception {
        List<SupporterId> people = List.of(person("Nia", "Okafor"), person("Bo", "Lin"), person("Sol", "Ruiz"));
        Callable<Map<SupporterId, String>> make = () -> own.of(cory, people);
        Callable<Map<SupporterId, String>> turned = () -> own.of(cory, people.reversed());

        var made = AtOnce.all(List.of(make, turned, make, turned));

        assertThat(Set.copyOf(made)).hasSize(1);
        assertThat(made.getFirst().values()).doesNotHaveDuplicates().hasSize(3);
        assertThat(links()).isEqualTo(3);
        assertThat(links.address(cory, people.getFirst()))
                .as("by two presses it is the same")
                .isEqualTo(made.getFirst().get(people.getFirst()));
        assertThat(own.sample()).hasSameSizeAs(links.address(cory, people.getFirst()));
    }

    @Test
    void one_that_was_made_between_a_look_and_the_making_stays_the_only_one() {
        SupporterId nia = person("Nia", "Okafor");
        var now = clock.instant();
        String first = links.address(cory, nia);

        store.add(
                cory.organization(),
                List.of(nia),
                Optional.empty(),
                now,
                now.plus(GiveLinks.LASTS.dividedBy(3)),
                now.plus(GiveLinks.LASTS));

        assertThat(links()).isEqualTo(1);
        assertThat(links.address(cory, nia)).isEqualTo(first);
    }

    @Test
    void after_one_was_taken_back_or_is_about_to_end_two_at_once_make_one_new_one() throws Exception {
        SupporterId nia = person("Nia", "Okafor");
        String first = links.address(cory, nia);
        links.revoke(cory, nia);
        Callable<String> make = () -> own.of(cory, nia).orElseThrow();
        var second = Set.copyOf(AtOnce.all(List.of(make, make, make)));
        assertThat(second).hasSize(1).doesNotContain(first);
        clock.tick(GiveLinks.LASTS.minusDays(29));
        var third = Set.copyOf(AtOnce.all(List.of(make, make, make)));
        assertThat(third).hasSize(1).doesNotContainAnyElementsOf(second);
        assertThat(links()).isEqualTo(3);
    }

    @Test
    void nobody_else_gets_one_and_nobody_does_where_nothing_is_taken_online() {
        SupporterId nia = person("Nia", "Okafor");
        Actor.Member stranger = taking().member(Role.ADMIN);
        assertThat(own.of(stranger, List.of(nia))).isEmpty();
        NewOrganization closed = NewOrganization.with(db);
        SupporterId bo = supporters.known(
                closed.organizationId(), org.rung.people.SupporterDraft.of("Bo", "Lin", org.rung.cast.Phones.fresh()));
        Actor.Member theirs = closed.member(Role.COORDINATOR);
        assertThat(own.ready(closed.organizationId())).isFalse();
        assertThat(own.of(theirs, List.of(bo))).isEmpty();
        assertThatThrownBy(() -> own.mustBeReadyFor(closed.organizationId(), "Give: {giveLink|here}"))
                .isInstanceOf(Problem.Invalid.class);
        own.mustBeReadyFor(closed.organizationId(), "Give: {firstName}");
        own.mustBeReadyFor(here.organizationId(), "Give: {giveLink}");
        assertThat(jdbc.queryForObject(
                        "select count(*) from give_links where supporter_id in (?, ?)",
                        Integer.class,
                        nia.value(),
                        bo.value()))
                .isZero();
    }

    private int links() {
        Integer count = jdbc.queryForObject(
                "select count(*) from give_links where organization_id = ?",
                Integer.class,
                here.organizationId().value());
        return count == null ? 0 : count;
    }
}
