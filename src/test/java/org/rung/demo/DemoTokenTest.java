package org.rung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rung.RungTest;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.DemoSignIns;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class DemoTokenTest {
    @Autowired
    Organizations organizations;

    @Autowired
    ApiTokens tokens;

    @Autowired
    RungSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext house;

    @TempDir
    Path home;

    @Test
    void the_console_shows_a_token_that_works_also_after_somebody_revoked_the_one_before() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            var demo = organizations
                    .demo()
                    .orElseGet(() -> organizations.found("Eastside", "US", ZoneId.of("America/Los_Angeles"), true));
            var console = new DemoToken(
                    organizations,
                    tokens,
                    new RungSettings(home, 1, settings.publicUrl(), true, false, settings.secretKeys()));

            var first = token(console);
            assertThat(token(console)).as("the next start shows the same").isEqualTo(first);
            var program = tokens.actor(first, "192.0.2.1").orElseThrow();
            assertThat(program.organization()).isEqualTo(demo);

            tokens.revoke(new Actor.System(demo), program.apiTokenId());

            var second = token(console);
            assertThat(second).isNotEqualTo(first);
            assertThat(tokens.actor(second, "192.0.2.1")).isPresent();
            assertThat(token(console)).isEqualTo(second);
        });
    }

    @Test
    void without_rung_demo_nothing_of_the_demo_is_there() {
        assertThat(house.getBeansOfType(DemoSignIns.class)).isEmpty();
        assertThat(List.of(house.getBeanDefinitionNames()))
                .filteredOn(name -> {
                    var type = house.getType(name);
                    return type != null && type.getPackageName().equals("org.rung.demo");
                })
                .isEmpty();
    }

    private static String token(DemoToken console) {
        var said = console.announcement();
        return said.replaceAll("(?s).*Bearer ([^\"]+)\".*", "$1");
    }
}
