package org.rung.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.FullScreen;
import org.rung.accounts.Seat;
import org.rung.accounts.SettingsPage;
import org.rung.accounts.SignedIn;

/** The frame: on desktops the menu stands at the left, on phones a bar at the bottom opens it. */
@Layout
@AnonymousAllowed
@JavaScript("context://elements/keyboard.js")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Main content = new Main();
    private final MainMenu menu;
    private final BottomBar bar;
    private final SettingsTabs tabs;
    private final SignedIn signedIn;
    private final LiveMenus live;
    private final Div outlet = new Div();
    private Registration watching = () -> {};
    private String shown = "";

    MainLayout(SignedIn signedIn, LiveMenus live, List<SettingsPage> pages, UserMenu.Parts parts) {
        this.signedIn = signedIn;
        this.live = live;
        addClassName("frame");
        menu = new MainMenu(signedIn, parts);
        bar = new BottomBar(() -> open(!hasClassName("nav-open")));
        tabs = new SettingsTabs(pages, signedIn);
        outlet.addClassName("outlet");
        content.add(tabs, outlet);
        content.setId("content");
        content.addClassName("content");
        content.getElement().setAttribute("tabindex", "-1");
        var skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        add(skip, menu, shade(), content, bar);
        // Dialogs wait for the same key.
        var escape = Shortcuts.addShortcutListener(this, () -> open(false), Key.ESCAPE);
        escape.setBrowserDefaultAllowed(true);
        escape.setEventPropagationAllowed(true);
    }

    private Component shade() {
        var shade = new NativeButton("", click -> open(false));
        shade.addClassName("nav-shade");
        shade.getElement().setAttribute("aria-label", getTranslation("shell.menu.close"));
        return shade;
    }

    private void open(boolean open) {
        setClassName("nav-open", open);
        bar.opened(open);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement view) {
        outlet.getElement().removeAllChildren();
        if (view == null) return;
        outlet.getElement().appendChild(view.getElement());
        setClassName("full-screen", view instanceof FullScreen);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        open(false);
        var path = arrived.getLocation().getPath();
        fromTheTop(path, arrived.getLocationChangeEvent().getTrigger());
        menu.show(path);
        bar.show(path, menu.entries());
        tabs.show(path);
        seat().ifPresent(seat -> count(live.now(seat.actor())));
    }

    /** Another page begins at its top; on the way back the browser knows where one was. */
    private void fromTheTop(String path, NavigationTrigger trigger) {
        if (!path.equals(shown) && trigger != NavigationTrigger.HISTORY && trigger != NavigationTrigger.PAGE_LOAD)
            getElement().executeJs("window.scrollTo({ top: 0, behavior: 'instant' })");
        shown = path;
    }

    private Optional<Seat> seat() {
        return signedIn.seat().filter(seat -> !seat.ended());
    }

    private void count(Map<String, Integer> waiting) {
        menu.count(waiting);
        bar.count(waiting);
        // On the icon of whoever has Rung on a home screen; elsewhere nobody hears of it.
        getElement()
                .executeJs(
                        "navigator.setAppBadge && navigator.setAppBadge($0).catch(() => {})",
                        waiting.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watching = seat().map(seat -> live.watch(attached.getUI(), seat, this::count))
                .orElse(() -> {});
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    static Span icon(String name) {
        var icon = new Span();
        icon.addClassNames("icon", "icon-" + name);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
