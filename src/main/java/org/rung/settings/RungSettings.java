package org.rung.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the one who runs Rung chose.
 *
 * @param home where Rung keeps what must outlive it (RUNG_HOME)
 * @param port where it listens (RUNG_PORT)
 * @param publicUrl how the world reaches it, without a slash at the end (RUNG_PUBLIC_URL)
 * @param demo whether it plays with an invented organization (RUNG_DEMO)
 * @param newOrganization whether this start prints a link that founds one more organization (RUNG_NEW_ORGANIZATION)
 * @param secretKeys what it seals with: the first seals, all of them open, so that a key can be changed
 *     (RUNG_SECRET_KEY, with commas between)
 */
public record RungSettings(
        Path home, int port, URI publicUrl, boolean demo, boolean newOrganization, List<String> secretKeys) {

    /** Long enough that nobody finds it by trying. */
    static final int SHORTEST_KEY = 32;

    public RungSettings {
        secretKeys = secretKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        if (secretKeys.isEmpty())
            throw new MissingSetting(
                    "RUNG_SECRET_KEY is not set. Rung seals provider passwords and links with it.",
                    "Make one with `openssl rand -base64 48`, keep it safe, and start Rung with it."
                            + " To only look around, start the demo: ./rung demo");
        if (secretKeys.stream().anyMatch(key -> key.length() < SHORTEST_KEY))
            throw new MissingSetting(
                    "RUNG_SECRET_KEY is too short: it needs at least " + SHORTEST_KEY + " characters.",
                    "Make one with `openssl rand -base64 48`.");
        publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
    }

    @Override
    public String toString() {
        return "RungSettings[home=%s, port=%d, publicUrl=%s, demo=%s]".formatted(home, port, publicUrl, demo);
    }
}
