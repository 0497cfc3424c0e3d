package org.rung.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    /** As application.yml gives them, before a demo has its own key. */
    record Given(Path home, int port, URI publicUrl, boolean demo, boolean newOrganization, List<String> secretKey) {}

    @Bean
    RungSettings settings(Environment environment) {
        var given = Binder.get(environment).bind("rung", Given.class).get();
        var home = given.home().toAbsolutePath().normalize();
        var keys = given.demo() && given.secretKey().stream().allMatch(String::isBlank)
                ? List.of(demoKey(home))
                : given.secretKey();
        return new RungSettings(home, given.port(), given.publicUrl(), given.demo(), given.newOrganization(), keys);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A demo keeps its own random key, because one from the source could be read by everyone. */
    private static String demoKey(Path home) {
        try {
            var file = Files.createDirectories(home).resolve("demo-key");
            if (!Files.exists(file)) {
                var bytes = new byte[48];
                new SecureRandom().nextBytes(bytes);
                if (home.getFileSystem().supportedFileAttributeViews().contains("posix"))
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("Rung cannot keep its demo key in " + home, problem);
        }
    }
}
