package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Supplier;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.QrCode;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;

/** An invitation to hold up or to hang up: as large as the screen or the paper is. */
@Route(value = AccountsPaths.POSTER, autoLayout = false)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class PosterView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final Invitations invitations;
    private final SignedIn signedIn;

    PosterView(Invitations invitations, SignedIn signedIn) {
        this.invitations = invitations;
        this.signedIn = signedIn;
        addClassName("poster-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String text) {
        removeAll();
        var id = new InvitationId(Id.parse("invitation", text));
        var invitation = invitations.get(signedIn.actor(), id);
        var link = invitations.link(signedIn.actor(), id);
        var code = QrCode.of(link);
        var picture = new Image(code.data(), getTranslation("accounts.link.picture"));
        picture.addClassName("poster-code");
        var address = new Paragraph(link);
        address.addClassNames("mono", "poster-link");
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone());
        var until = new Paragraph(getTranslation("accounts.poster.until", day.format(invitation.expiresAt())));
        until.addClassName("muted");
        var poster = new Main(
                new H1(getTranslation(
                        "accounts.join.title", signedIn.organization().name())),
                new Paragraph(getTranslation("accounts.poster.line")),
                picture,
                address,
                until);
        poster.setId("content");
        poster.addClassName("poster");
        add(tools(link, code), poster);
    }

    private Component tools(String link, QrCode code) {
        var back = new Anchor("/" + AccountsPaths.MEMBERS, "‹ " + getTranslation("accounts.members"));
        back.addClassName("back");
        var print = new Button(
                getTranslation("accounts.poster.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(
                print,
                new CopyButton(link),
                download("invitation.svg", "image/svg+xml", "accounts.poster.svg", code::svg),
                download("invitation.png", "image/png", "accounts.poster.png", code::png));
        buttons.addClassName("actions");
        var tools = new Div(back, buttons);
        tools.addClassName("poster-tools");
        return tools;
    }

    private Anchor download(String name, String type, String words, Supplier<byte[]> file) {
        var handler = DownloadHandler.fromInputStream(asked -> {
            var bytes = file.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        });
        var anchor = new Anchor(handler, getTranslation(words));
        anchor.getElement().setAttribute("download", name);
        anchor.addClassNames("btn", "ghost", "small");
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.join.title", signedIn.organization().name());
    }
}
