package org.rung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.awt.ComponentOrientation;
import java.util.Locale;
import org.rung.accounts.Accounts;
import org.rung.accounts.SignedIn;
import org.springframework.stereotype.Component;

/** What every page gets as it opens: the person's language and look, and what it says when the connection is lost. */
@Component
class Welcome implements VaadinServiceInitListener {
    private final SignedIn signedIn;
    private final Accounts accounts;
    private final Words words;

    Welcome(SignedIn signedIn, Accounts accounts, Words words) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
                var look = Look.of(request.getCookies()).cssClass();
                if (!look.isEmpty()) page.getDocument().select("html").addClass(look);
                Locale language = language(VaadinSession.getCurrent().getLocale());
                page.getDocument()
                        .select("html")
                        .attr("lang", language.getLanguage())
                        .attr("dir", direction(language));
            }
        });
        event.getSource().addUIInitListener(opened -> speak(opened.getUI()));
        event.getSource().addSessionInitListener(opened -> opened.getSession().setErrorHandler(new Mishaps()));
        event.getSource().setSystemMessagesProvider(asked -> messages(asked.getLocale()));
    }

    private void speak(UI ui) {
        ui.setLocale(language(ui.getLocale()));
        ui.getPage()
                .executeJs(
                        "document.documentElement.lang = $0; document.documentElement.dir = $1;",
                        ui.getLocale().getLanguage(),
                        direction(ui.getLocale()));
        ui.getReconnectDialogConfiguration()
                .setDialogText(words.getTranslation("shell.connection.lost", ui.getLocale()));
        ui.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(words.getTranslation("shell.connection.gave-up", ui.getLocale()));
        // What a screen reader hears once the connection is back.
        ui.getPage()
                .executeJs(
                        "const line = window.Vaadin.connectionIndicator;"
                                + "if (line) { line.onlineText = $0; line.setAttribute('role', 'status'); }",
                        words.getTranslation("shell.connection.back", ui.getLocale()));
    }

    private static String direction(Locale locale) {
        return ComponentOrientation.getOrientation(locale).isLeftToRight() ? "ltr" : "rtl";
    }

    /** What the person chose, else what their device speaks. */
    private Locale language(Locale otherwise) {
        return signedIn.seat()
                .flatMap(seat -> accounts.get(seat.accountId()).language())
                .map(Locale::of)
                .orElse(otherwise);
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.getTranslation("shell.expired.title", locale));
        messages.setSessionExpiredMessage(words.getTranslation("shell.expired.line", locale));
        // The same page again: the door asks who it is, and leads back to where one was.
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(words.getTranslation("shell.error.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("shell.error.reload", locale));
        return messages;
    }
}
