package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a proxy or a cluster is told when it asks whether to send people here. */
@RungTest
class ReadinessTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    HealthContributorRegistry health;

    MockMvc door;

    @BeforeEach
    void open() {
        door = MockMvcBuilders.webAppContextSetup(house).apply(springSecurity()).build();
    }

    @Test
    void a_node_that_cannot_reach_its_database_is_not_ready_and_is_not_killed_for_it() throws Exception {
        assertThat(asked("readiness")).isEqualTo(200);
        var nowhere = new HikariConfig();
        nowhere.setJdbcUrl("jdbc:mysql://127.0.0.1:1/rung");
        nowhere.setConnectionTimeout(250);
        nowhere.setInitializationFailTimeout(-1);
        try (var away = new HikariDataSource(nowhere)) {
            instead("db", new DataSourceHealthIndicator(away), () -> {
                assertThat(asked("readiness")).isEqualTo(503);
                assertThat(asked("liveness")).isEqualTo(200);
            });
        }
        assertThat(asked("readiness")).isEqualTo(200);
    }

    @Test
    void a_node_without_news_of_the_others_serves_all_the_same() throws Exception {
        HealthIndicator degraded = () -> Health.status("DEGRADED").build();
        health.registerContributor("newsOfATest", degraded);
        try {
            assertThat(asked("readiness")).isEqualTo(200);
            assertThat(door.perform(get("/actuator/health"))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("DEGRADED");
        } finally {
            health.unregisterContributor("newsOfATest");
        }
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    private void instead(String name, HealthContributor other, Meanwhile meanwhile) throws Exception {
        var usual = health.unregisterContributor(name);
        assertThat(usual).as("the database is asked at all").isNotNull();
        health.registerContributor(name, other);
        try {
            meanwhile.run();
        } finally {
            health.unregisterContributor(name);
            health.registerContributor(name, usual);
        }
    }

    private int asked(String probe) throws Exception {
        return door.perform(get("/actuator/health/" + probe))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
