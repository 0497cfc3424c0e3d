package org.rung.alerts;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where browsers may be woken: the push services of their makers, and what RUNG_PUSH_SERVICES adds. An address comes
 * from a browser, and Rung calls it: without this list anybody could let Rung call whatever is near it.
 */
@Component
class PushServices {
    private static final List<String> MAKERS = List.of(
            "fcm.googleapis.com",
            "android.googleapis.com",
            "updates.push.services.mozilla.com",
            "push.services.mozilla.com",
            "push.apple.com",
            "notify.windows.com");

    private final List<String> added;

    PushServices(@Value("${RUNG_PUSH_SERVICES:}") String added) {
        this.added = Arrays.stream(added.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    boolean known(URI endpoint) {
        String host = String.valueOf(endpoint.getHost()).toLowerCase(Locale.ROOT);
        boolean maker = "https".equals(endpoint.getScheme())
                && endpoint.getUserInfo() == null
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && MAKERS.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
        return maker || added.stream().anyMatch(one -> endpoint.toString().startsWith(one + "/"));
    }
}
