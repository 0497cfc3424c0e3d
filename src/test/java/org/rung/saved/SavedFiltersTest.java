package org.rung.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class SavedFiltersTest {
    private static final SupporterFilter HOSTS = filter(new FilterLine("tag", "", List.of("host")));

    @Autowired
    SavedFilters saved;

    @Autowired
    SupporterForms forms;

    @Autowired
    SupporterList list;

    @Autowired
    Turfs turfs;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void a_host_and_a_neighbor() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        forms.add(ora, Drafts.full("Ana", "", "", "Oakland", "", Set.of("host"), Map.of(), Phones.fresh()));
        forms.add(ora, Drafts.full("Ben", "", "", "Oakland", "", Set.of("bike"), Map.of(), Phones.fresh()));
    }

    @Test
    void a_saved_filter_is_asked_as_it_is_when_it_is_named() {
        var id = saved.save(ora, " Hosts ", HOSTS);
        assertThat(saved.get(ora, id).name()).isEqualTo("Hosts");
        assertThat(saved.get(ora, id).filter()).isEqualTo(HOSTS);
        assertThat(list.count(ora, naming(id, false))).isEqualTo(1);
        assertThat(list.count(ora, naming(id, true))).isEqualTo(1);
        saved.refilter(ora, id, filter(new FilterLine("tag", "", List.of("host", "bike"))));
        assertThat(list.count(ora, naming(id, false))).isEqualTo(2);
        assertThat(list.count(ora, naming(id, true))).isZero();
    }

    @Test
    void names_are_one_each_and_may_change() {
        var id = saved.save(ora, "Hosts", HOSTS);
        assertThatThrownBy(() -> saved.save(ora, "HOSTS", HOSTS)).isInstanceOf(Problem.Conflict.class);
        var other = saved.save(ora, "Others", HOSTS);
        assertThatThrownBy(() -> saved.rename(ora, other, "hosts")).isInstanceOf(Problem.Conflict.class);
        saved.rename(ora, id, "hosts");
        assertThatThrownBy(() -> saved.rename(ora, id, " ")).isInstanceOf(Problem.Invalid.class);
        var first = saved.page(ora, Page.Wanted.first(1));
        assertThat(first.rows()).extracting(SavedFilter::name).containsExactly("hosts");
        assertThat(saved.page(ora, new Page.Wanted(first.next(), 1)).rows())
                .extracting(SavedFilter::name)
                .containsExactly("Others");
    }

    @Test
    void one_that_a_turf_names_is_not_deleted_and_without_it_the_turf_would_match_nobody() {
        var id = saved.save(ora, "Hosts", HOSTS);
        var turf = turfs.cut(ora, "All but hosts", naming(id, true));
        assertThat(turfs.counted(ora, turf).people()).isEqualTo(1);
        assertThatThrownBy(() -> saved.remove(ora, id))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("All but hosts");
        db.execute("delete from saved_filters where saved_filter_id = ?", id.value());
        assertThat(turfs.supporters(ora.organization(), turf).fetch()).isEmpty();
        turfs.retire(ora, turf);
        var free = saved.save(ora, "Hosts", HOSTS);
        saved.remove(ora, free);
        assertThatThrownBy(() -> saved.get(ora, free)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void one_neither_asks_nothing_nor_names_another_nor_what_is_not_there() {
        var id = saved.save(ora, "Hosts", HOSTS);
        for (var wrong : List.of(
                SupporterFilter.EVERYONE, naming(id, false), filter(new FilterLine("tag", "", List.of("nobody")))))
            assertThatThrownBy(() -> saved.save(ora, "Wrong", wrong))
                    .as(wrong.toString())
                    .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> saved.refilter(ora, id, naming(id, false))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void texters_and_other_organizations_neither_see_nor_change_them() {
        var id = saved.save(ora, "Hosts", HOSTS);
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> saved.page(tess, Page.Wanted.first(5))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> saved.get(tess, id)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> saved.save(tess, "Mine", HOSTS)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> saved.remove(tess, id)).isInstanceOf(Problem.Refused.class);
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> saved.get(mallory, id)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> saved.rename(mallory, id, "Mine")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> saved.remove(mallory, id)).isInstanceOf(Problem.Missing.class);
        assertThat(saved.page(mallory, Page.Wanted.first(5)).rows()).isEmpty();
        assertThatThrownBy(() -> list.count(mallory, naming(id, false))).isInstanceOf(Problem.Invalid.class);
        assertThat(saved.page(ora, new Page.Wanted(Optional.empty(), 5)).rows()).hasSize(1);
    }

    private static SupporterFilter naming(SavedFilterId id, boolean not) {
        return filter(new FilterLine("saved", "", not, Comparison.IS, List.of(id.text())));
    }

    private static SupporterFilter filter(FilterLine line) {
        return new SupporterFilter("", List.of(line));
    }
}
