package org.rung.accounts.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Invitations;
import org.rung.accounts.SignedIn;
import org.rung.accounts.door.StaySignedIn;
import org.rung.common.Problem;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * The two screens that a phone may meet without having been here before are in the page itself, so that one reads and
 * types while half a megabyte of scripts is still on its way; {@code first-paint.js} then hands over what was typed.
 */
@Component
class FirstPaint implements VaadinServiceInitListener {
    private static final String SIGN_IN = "/" + AccountsPaths.SIGN_IN;
    private static final String JOIN = "/" + AccountsPaths.JOIN + "/";

    private final SignedIn signedIn;
    private final Invitations invitations;
    private final I18NProvider words;

    FirstPaint(SignedIn signedIn, Invitations invitations, I18NProvider words) {
        this.signedIn = signedIn;
        this.invitations = invitations;
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::paint);
    }

    private void paint(IndexHtmlResponse page) {
        if (!(page.getVaadinRequest() instanceof VaadinServletRequest request)
                || signedIn.seat().isPresent()) return;
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        var paint = new Painting(words, VaadinSession.getCurrent().getLocale());
        Optional<Element> card = Optional.empty();
        if (path.equals(SIGN_IN)) {
            card = Optional.of(signIn(paint, request));
        } else if (path.startsWith(JOIN)) {
            card = join(paint, path.substring(JOIN.length()));
        }
        card.ifPresent(inside -> page.getDocument().body().prependChild(paint.doorway(inside)));
    }

    private static Element signIn(Painting paint, VaadinServletRequest request) {
        Element form = new Element("form").attr("action", SIGN_IN).attr("method", "post");
        paint.field(form, "accounts.sign-in.who", "text", "username").attr("name", "username");
        paint.field(form, "accounts.password", "password", "current-password").attr("name", "password");
        paint.box(form, "accounts.stay", StaySignedIn.BOX);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", token.getParameterName())
                    .attr("value", token.getToken());
        }
        return paint.card(
                paint.title("accounts.sign-in.title"), "accounts.sign-in.line", form, "accounts.sign-in.send");
    }

    /** None where the link does not lead in: that is told by the screen itself. */
    private Optional<Element> join(Painting paint, String word) {
        try {
            String organization = invitations.look(word).name();
            // The browser itself has nowhere to send it; that somebody pressed is kept, even before a script is here.
            Element form = new Element("form").attr("onsubmit", "this.dataset.pressed = 'yes'; return false");
            paint.field(form, "accounts.name", "text", "name");
            paint.field(form, "accounts.email", "email", "username");
            paint.field(form, "accounts.password", "password", "new-password");
            paint.box(form, "accounts.stay", StaySignedIn.BOX);
            return Optional.of(paint.card(
                    paint.title("accounts.join.title", organization),
                    "accounts.join.line",
                    form,
                    "accounts.join.send"));
        } catch (Problem closed) {
            return Optional.empty();
        }
    }
}
