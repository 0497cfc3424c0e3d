package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Permission;

/** What a program may do, in a few words; a long list is behind its number. */
final class Scopes {
    static final Set<String> NAMES =
            Arrays.stream(Permission.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final int FEW = 4;

    private Scopes() {}

    static boolean all(String... names) {
        return Set.of(names).containsAll(NAMES);
    }

    static Component words(Component screen, Collection<Permission> scopes) {
        var words = scopes.stream()
                .map(scope -> screen.getTranslation("accounts.scope." + scope))
                .collect(Collectors.joining(", "));
        if (scopes.size() <= FEW) return new Span(words);
        var summary = scopes.size() == NAMES.size()
                ? screen.getTranslation("accounts.scope.all")
                : screen.getTranslation("accounts.scope.some", scopes.size());
        return new NativeDetails(summary, new Span(words));
    }
}
