package org.rung.database;

import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.rung.settings.MissingSetting;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** One dialect for both servers, so that the tests run the SQL that MySQL gets. */
    @Bean
    DefaultConfigurationCustomizer oneDialect() {
        return jooq -> {
            jooq.set(SQLDialect.MYSQL);
            jooq.settings()
                    .withRenderSchema(false)
                    .withRenderNameCase(RenderNameCase.AS_IS)
                    .withRenderGroupConcatMaxLenSessionVariable(false);
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${rung.database.url:}'.isBlank()")
    static class OwnServer {

        @Bean(destroyMethod = "stop")
        EmbeddedServer embeddedServer(
                RungSettings settings, @Value("${rung.database.keeps:EVERYTHING}") EmbeddedServer.Keeps keeps) {
            if (!EmbeddedServer.available())
                throw new MissingSetting(
                        "There is no database: this build carries no embedded one for this machine,"
                                + " and RUNG_DATABASE_URL is not set.",
                        "Set RUNG_DATABASE_URL (jdbc:mysql://host:3306/rung), RUNG_DATABASE_USER and"
                                + " RUNG_DATABASE_PASSWORD for a MySQL 8.4 or MariaDB 11.4, or newer.");
            return EmbeddedServer.start(settings.home().resolve("database"), keeps);
        }

        @Bean
        JdbcConnectionDetails ownConnection(EmbeddedServer server) {
            return new Connection(server.url(), server.user(), server.password());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${rung.database.url:}'.isBlank()")
    static class GivenServer {

        @Bean
        JdbcConnectionDetails givenConnection(
                @Value("${rung.database.url}") String url,
                @Value("${rung.database.user}") String user,
                @Value("${rung.database.password}") String password) {
            return new Connection(url, user, password);
        }
    }

    record Connection(String url, String user, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getDriverClassName() {
            return PatientDriver.class.getName();
        }

        @Override
        public String toString() {
            return "Connection[" + url + "]";
        }
    }
}
