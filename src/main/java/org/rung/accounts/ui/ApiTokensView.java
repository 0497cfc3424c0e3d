package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.ApiToken;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;

/** What other programs come in with. */
@Route(AccountsPaths.API_TOKENS)
@RolesAllowed("ADMIN")
public class ApiTokensView extends Div implements HasDynamicTitle {
    private final ApiTokens tokens;
    private final Actor.Member actor;
    private final DateTimeFormatter times;
    private final Div list = new Div();

    ApiTokensView(ApiTokens tokens, SignedIn signedIn) {
        this.tokens = tokens;
        actor = signedIn.actor();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        addClassName("page");
        list.addClassNames("card", "people-list");
        add(head(), list);
        refresh();
    }

    private Component head() {
        var line = new Span(getTranslation("accounts.tokens.line"));
        line.addClassName("muted");
        var words = new Div(new H1(getTranslation("accounts.tokens")), line);
        var make = new Button(
                getTranslation("accounts.tokens.new"), click -> new TokenDialog(tokens, actor, this::made).open());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(words, make);
        head.addClassName("page-head");
        return head;
    }

    private void made(ApiToken.Made token) {
        refresh();
        new LinkDialog(
                        getTranslation("accounts.tokens.made"),
                        getTranslation("accounts.tokens.made.line"),
                        token.text(),
                        false)
                .open();
    }

    private void refresh() {
        list.removeAll();
        var all = tokens.all(actor);
        if (all.isEmpty()) {
            var empty = new Div(
                    new H2(getTranslation("accounts.tokens.none")),
                    new Paragraph(getTranslation("accounts.tokens.none.line")));
            empty.addClassName("empty");
            list.add(empty);
        }
        all.forEach(token -> list.add(row(token)));
    }

    private Component row(ApiToken token) {
        var name = new Span(token.name());
        name.addClassNames("strong", "clip");
        var used = new Span(token.usedAt()
                .map(at -> getTranslation("accounts.tokens.used", when(at)))
                .orElse(getTranslation("accounts.tokens.unused", when(token.createdAt()))));
        used.addClassNames("muted", "small");
        var may = Scopes.words(this, token.scopes().all());
        may.addClassName("small");
        var who = new Div(name, used, may);
        who.addClassNames("person-who", "grow");
        var start = new Code(token.start() + "…");
        var row = new Div(who, start);
        row.addClassName("person-row");
        if (token.revokedAt().isPresent()) {
            var gone = new Span(getTranslation("accounts.tokens.revoked"));
            gone.addClassNames("chip", "bad");
            row.add(gone);
        } else {
            row.add(new Button(getTranslation("accounts.tokens.revoke"), click -> revoke(token)));
        }
        return row;
    }

    private void revoke(ApiToken token) {
        new SureDialog(
                        getTranslation("accounts.tokens.revoke.title", token.name()),
                        getTranslation("accounts.tokens.revoke.line"),
                        getTranslation("accounts.tokens.revoke"),
                        getTranslation("accounts.cancel"),
                        () -> {
                            tokens.revoke(actor, token.apiTokenId());
                            refresh();
                        })
                .open();
    }

    private String when(Instant at) {
        return times.format(at);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.tokens") + " · Rung";
    }
}
