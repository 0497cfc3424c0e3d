package org.rung.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Maps ask nobody but us, unless the organization named somebody, and then nobody else. */
@RungTest
class TilesTest {
    private static final String ADDRESS = "https://Tiles.example.org/{z}/{x}/{y}.png?key=1";

    @Autowired
    Tiles tiles;

    @Autowired
    DSLContext db;

    @Test
    void an_admin_names_one_server_for_their_organization_and_forgets_it() {
        var here = NewOrganization.with(db);
        var there = NewOrganization.with(db);
        assertThat(tiles.hosts(here.member(Role.ORGANIZER))).isEmpty();
        tiles.name(here.member(Role.ADMIN), new TileServer(ADDRESS, "© Somebody"));
        assertThat(tiles.hosts(here.member(Role.ORGANIZER))).containsExactly("https://tiles.example.org");
        assertThat(tiles.hosts(there.member(Role.ORGANIZER))).isEmpty();
        assertThatThrownBy(() -> tiles.name(here.member(Role.ORGANIZER), new TileServer(ADDRESS, "x")))
                .isInstanceOf(Problem.Refused.class);
        tiles.forget(here.member(Role.ADMIN));
        assertThat(tiles.of(here.organizationId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tiles.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org/{z}/{x}.png",
                "https://{s}.example.org/{z}/{x}/{y}.png",
                "https://user:pass@tiles.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org;script-src *;/{z}/{x}/{y}.png",
                "https://tiles.example.org evil.example.org/{z}/{x}/{y}.png",
                "https:///{z}/{x}/{y}.png",
                "javascript:{z}{x}{y}",
                "{z}{x}{y}",
                ""
            })
    void what_could_widen_a_pages_rules_is_refused(String address) {
        assertThatThrownBy(() -> new TileServer(address, "x")).isInstanceOf(Problem.Invalid.class);
    }
}
