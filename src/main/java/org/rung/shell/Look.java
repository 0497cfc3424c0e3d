package org.rung.shell;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Light, dark, or as the device has it; kept by the browser, because a shared account may sit at two of them. */
enum Look {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "rung-look";

    /** The class on the root element; none for the device's own. */
    String cssClass() {
        return this == SYSTEM ? "" : name().toLowerCase(Locale.ROOT);
    }

    static Look of(Cookie[] cookies) {
        return Optional.ofNullable(cookies).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie ->
                        Arrays.stream(values()).filter(look -> look.name().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    void show(UI ui) {
        ui.getPage()
                .executeJs(
                        "document.documentElement.classList.remove('light', 'dark');"
                                + "if ($0) document.documentElement.classList.add($0);"
                                + "document.cookie = $1 + '=' + $2 + '; path=/; max-age=31536000; samesite=lax';",
                        cssClass(),
                        COOKIE,
                        name());
    }
}
