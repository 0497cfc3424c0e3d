package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class ScriptsTest {
    @Autowired
    Scripts scripts;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organizer() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void a_change_makes_the_next_version_and_leaves_the_one_before() {
        var id = scripts.write(ora, " Turnout ", Scripted.good());
        var first = scripts.get(ora, id);
        assertThat(first.name()).isEqualTo("Turnout");
        assertThat(first.number()).isEqualTo(1);

        var second = scripts.change(ora, id, "Turnout", Scripted.saying("New words"), 1);

        assertThat(second.number()).isEqualTo(2);
        assertThat(scripts.get(ora, id)).isEqualTo(second);
        assertThat(scripts.version(ora.organization(), first.scriptVersionId())).isEqualTo(Scripted.good());
        assertThat(scripts.version(ora.organization(), second.scriptVersionId()))
                .isEqualTo(Scripted.saying("New words"));
        assertThat(scripts.all(ora)).containsExactly(second);
    }

    @Test
    void every_version_is_kept_with_who_saved_it_and_only_for_those_who_may_look() {
        var other = here.member(Role.ADMIN);
        var id = scripts.write(ora, "Turnout", Scripted.good());
        scripts.change(other, id, "Turnout", Scripted.saying("Second"), 1);
        scripts.change(here.system(), id, "Turnout", Scripted.saying("Third"), 2);

        var latest = scripts.versions(ora, id, Optional.empty(), 2);

        assertThat(latest).extracting(ScriptVersion::number).containsExactly(3, 2);
        assertThat(latest)
                .extracting(ScriptVersion::madeBy)
                .containsExactly(Optional.empty(), Optional.of(other.memberId()));
        assertThat(scripts.versions(ora, id, Optional.of(2), 2)).singleElement().satisfies(first -> {
            assertThat(first.tree()).isEqualTo(Scripted.good());
            assertThat(first.madeBy()).contains(ora.memberId());
        });
        assertThatThrownBy(() -> scripts.versions(here.member(Role.TEXTER), id, Optional.empty(), 2))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> scripts.versions(NewOrganization.with(db).member(Role.ADMIN), id, Optional.empty(), 2))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void saving_without_a_change_makes_no_version() {
        var id = scripts.write(ora, "Turnout", Scripted.good());
        var renamed = scripts.change(ora, id, "Thursday", Scripted.good(), 1);
        assertThat(renamed.number()).isEqualTo(1);
        assertThat(renamed.name()).isEqualTo("Thursday");
    }

    @Test
    void of_two_organizers_who_began_from_one_version_the_second_is_told_and_loses_nothing() {
        var olu = here.member(Role.ORGANIZER);
        var id = scripts.write(ora, "Turnout", Scripted.good());
        scripts.change(ora, id, "Turnout", Scripted.saying("Ora's"), 1);

        assertThatThrownBy(() -> scripts.change(olu, id, "Olu's name", Scripted.saying("Olu's"), 1))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("version 1");
        assertThat(scripts.get(ora, id).tree()).isEqualTo(Scripted.saying("Ora's"));
        assertThat(scripts.get(ora, id).name()).isEqualTo("Turnout");

        scripts.change(olu, id, "Turnout", Scripted.saying("Olu's"), 2);
        assertThat(scripts.get(ora, id).tree()).isEqualTo(Scripted.saying("Olu's"));
    }

    @Test
    void of_eight_who_save_at_once_one_gets_the_next_version() throws Exception {
        var id = scripts.write(ora, "Turnout", Scripted.good());
        var saves = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        scripts.change(ora, id, "Turnout", Scripted.saying("Words " + i), 1);
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                })
                .toList();
        assertThat(AtOnce.all(saves)).containsOnlyOnce(true);
        assertThat(scripts.get(ora, id).number()).isEqualTo(2);
    }

    @Test
    void another_organization_sees_and_changes_nothing() {
        var id = scripts.write(ora, "Turnout", Scripted.good());
        var version = scripts.get(ora, id).scriptVersionId();
        var far = NewOrganization.with(db).member(Role.ADMIN);

        assertThatThrownBy(() -> scripts.get(far, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> scripts.version(far.organization(), version)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> scripts.change(far, id, "Mine", Scripted.good(), 1))
                .isInstanceOf(Problem.Missing.class);
        scripts.retire(far, id);
        assertThat(scripts.all(far)).isEmpty();
        assertThat(scripts.all(ora)).hasSize(1);
        // Also where the version is in the cache by now.
        scripts.version(ora.organization(), version);
        assertThatThrownBy(() -> scripts.version(far.organization(), version)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void texters_neither_read_nor_write_scripts_and_coordinators_only_read() {
        var id = scripts.write(ora, "Turnout", Scripted.good());
        var tess = here.member(Role.TEXTER);
        var cory = here.member(Role.COORDINATOR);
        assertThatThrownBy(() -> scripts.get(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThat(scripts.get(cory, id).scriptId()).isEqualTo(id);
        assertThatThrownBy(() -> scripts.write(cory, "Mine", Scripted.good())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_retired_script_leaves_the_list_and_stays_readable() {
        var id = scripts.write(ora, "Turnout", Scripted.good());
        scripts.retire(ora, id);
        assertThat(scripts.all(ora)).isEmpty();
        assertThat(scripts.get(ora, id).tree()).isEqualTo(Scripted.good());
    }
}
