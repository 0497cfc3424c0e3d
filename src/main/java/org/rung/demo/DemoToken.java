package org.rung.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Scopes;
import org.rung.settings.RungSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A ready API token on the demo's console; it is kept beside the demo's database, since only its hash is stored there. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
@Order(3)
class DemoToken implements ApplicationRunner {
    private final Organizations organizations;
    private final ApiTokens tokens;
    private final RungSettings settings;

    DemoToken(Organizations organizations, ApiTokens tokens, RungSettings settings) {
        this.organizations = organizations;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        System.out.println(announcement());
    }

    String announcement() {
        return """
                An API token for %s/api/v1 — try
                  curl -H "Authorization: Bearer %s" %s/api/v1/campaigns
                """.formatted(settings.publicUrl(), kept(), settings.publicUrl());
    }

    private String kept() {
        var file = settings.home().resolve("demo-token");
        var system = new Actor.System(organizations.demo().orElseThrow());
        try {
            if (Files.exists(file)) {
                var before = Files.readString(file).strip();
                if (opens(before, system)) return before;
            }
            var token = tokens.make(system, "Demo", new Scopes(EnumSet.allOf(Permission.class)))
                    .text();
            if (!Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, token);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's API token cannot be kept in " + file, e);
        }
    }

    /** Somebody may have revoked it since, or the database is another one. */
    private boolean opens(String token, Actor.System demo) {
        return tokens.actor(token, "the demo's own console")
                .filter(actor -> actor.organization().equals(demo.organization()))
                .isPresent();
    }
}
