package org.rung.giftfiles.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.giftfiles.GiftFile;
import org.rung.giftfiles.GiftFileState;
import org.rung.giftfiles.GiftFiles;
import org.rung.giving.GivingPaths;

/** Brings files of gifts, and shows what became of those before. */
@Route(GivingPaths.FILES)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class GiftFilesView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;

    private final transient GiftFiles files;
    private final transient GiftFileScreens screens;
    private final transient SignedIn signedIn;
    private final transient Actor.Member actor;
    private final Div list = new Div();
    private int size = PAGE;
    private Registration watching = () -> {};

    GiftFilesView(GiftFiles files, GiftFileScreens screens, SignedIn signedIn) {
        this.files = files;
        this.screens = screens;
        this.signedIn = signedIn;
        actor = signedIn.actor();
        addClassNames("page", "giving-page");
        Anchor back = new Anchor("/" + GivingPaths.GIFTS, "‹ " + getTranslation("giving.title"));
        back.addClassName("back");
        Span intro = new Span(getTranslation("giftfiles.intro"));
        intro.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("giftfiles.title")), intro));
        head.addClassName("page-head");
        list.addClassName("col");
        add(back, head, new GiftFileUpload(files, actor, this::draw), list);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watching = screens.watch(actor.organization(), this, this::draw);
        draw();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    private void draw() {
        list.removeAll();
        Page<GiftFile> page = files.page(actor, Page.Wanted.first(size));
        page.rows().forEach(file -> list.add(card(file)));
        if (page.rows().isEmpty()) {
            Div nothing = new Div(
                    new H2(getTranslation("giftfiles.none")), new Paragraph(getTranslation("giftfiles.none.next")));
            nothing.addClassNames("card", "empty");
            list.add(nothing);
        }
        if (page.next().isPresent() && size < 500) {
            NativeButton more = new NativeButton(getTranslation("giftfiles.more"), click -> {
                size = Math.min(500, size * 5);
                draw();
            });
            more.addClassNames("btn", "ghost");
            list.add(more);
        }
    }

    private Div card(GiftFile file) {
        Span state = new Span(
                file.state() == GiftFileState.WORKING
                        ? getTranslation("giftfiles.working", file.done(), file.rows())
                        : getTranslation("giftfiles.done", file.rows()));
        state.addClassNames("muted", "small");
        state.getElement().setAttribute("aria-live", "polite");
        Span day = new Span(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone())
                .format(file.madeAt()));
        day.addClassNames("muted", "small", "end");
        Div top = new Div(new H2(file.name().isBlank() ? getTranslation("giftfiles.unnamed") : file.name()), day);
        top.addClassNames("row", "wrap");
        Div counts = new Div();
        counts.addClassNames("row", "wrap");
        count("giftfiles.added", file.added(), "good").ifPresent(counts::add);
        count("giftfiles.known", file.known(), "plain").ifPresent(counts::add);
        count("giftfiles.back", file.wentBack(), "warn").ifPresent(counts::add);
        if (file.unmatched() > 0) {
            Anchor unmatched =
                    new Anchor("/" + GivingPaths.UNMATCHED, getTranslation("giftfiles.unmatched", file.unmatched()));
            unmatched.addClassNames("chip", "warn");
            counts.add(unmatched);
        }
        if (file.refused() > 0)
            counts.add(new Button(
                    getTranslation("giftfiles.refused", file.refused()),
                    click -> new RefusedDialog(files, actor, file).open()));
        Div card = new Div(top, state, counts);
        card.addClassNames("card", "col");
        return card;
    }

    private Optional<Span> count(String words, int number, String look) {
        if (number == 0) return Optional.empty();
        Span chip = new Span(getTranslation(words, number));
        chip.addClassNames("chip", look);
        return Optional.of(chip);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("giftfiles.title") + " · " + getTranslation("giving.title") + " · Rung";
    }
}
