package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.journeys.Screen.button;
import static org.rung.journeys.Screen.menu;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every screen of the demo, and the dialogs that open on it. */
final class Screens {
    private static final String MANAGE = "role=button[name=/^Manage Sam/]";

    private final Page ada;
    private final Page dana;
    private String invited = "";
    private String forgetful = "";
    private String signUp = "";
    private String hostsPage = "";
    private String apply = "";

    private Screens(Page ada, Page dana) {
        this.ada = ada;
        this.dana = dana;
    }

    /** Looked up once for each house that is looked at; by who looks, nobody in particular under "". */
    static Map<String, List<Screen>> of(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        Page dana = visitors.signIn(visitors.atDesk(), "Dana");
        Map<String, List<Screen>> screens = new LinkedHashMap<>();
        var all = new Screens(ada, dana);
        screens.put("Dana", all.texters());
        screens.put("Cory", List.of(Screen.of("home-coordinator", "/")));
        List<Screen> admins = new ArrayList<>(all.organizers());
        admins.addAll(all.admins());
        screens.put("Ada", admins);
        screens.put("", all.doors());
        ada.context().close();
        dana.context().close();
        return screens;
    }

    private List<Screen> texters() {
        dana.navigate("/replies");
        await("replies are there")
                .atMost(Duration.ofMinutes(2))
                .until(() -> dana.locator(".reply-row").count() >= 5);
        String talk = path(dana.locator(".reply-row:not(:has-text('🙌'))").first());
        dana.navigate("/");
        String firsts = path(dana.locator("a.btn[href*='text/']").first());
        return List.of(
                Screen.of("home", "/"),
                Screen.of("how-it-works", "/how-it-works"),
                Screen.of("account", "/account"),
                Screen.of("people-i-know", "/people-i-know"),
                Screen.of("people-i-know-add", "/people-i-know", button("Add someone by hand")),
                Screen.of("impact", "/impact"),
                Screen.of("coming-back", "/coming-back"),
                Screen.of("tasks-texter", "/tasks"),
                Screen.of("practice", "/practice"),
                Screen.of("care", "/care"),
                Screen.of("alerts", "/alerts"),
                Screen.of("replies", "/replies"),
                Screen.of("help-texter", "/help"),
                Screen.of("conversation", talk),
                Screen.of("conversation-menu", talk, button("More")),
                Screen.of("conversation-ready-answers", talk, ".script-line .chip.end"),
                Screen.of("conversation-help", talk, button("Get help")),
                Screen.of("conversation-not-now", talk, button("Ask later…")),
                Screen.of("conversation-task", talk, button("More"), menu("Make a task…")),
                Screen.of("conversation-promise", talk, button("More"), menu("They promised something…")),
                Screen.of("conversation-event", talk, button("More"), menu("They come to an event…")),
                Screen.of("conversation-give-link", talk, button("More"), menu("Give link…")),
                Screen.of("conversation-wrong-number", talk, button("More"), menu("Wrong number")),
                Screen.of("first-text", firsts),
                Screen.of("first-text-skip", firsts, "rung-first-texts .composer-foot .btn.ghost"));
    }

    private List<Screen> organizers() {
        List<Screen> screens = new ArrayList<>();
        screens.add(Screen.of("home-admin", "/"));
        for (String page : List.of(
                "inbox",
                "inbox/held",
                "help",
                "tasks",
                "events",
                "events/new",
                "campaigns",
                "scripts",
                "scripts/new",
                "canned-replies",
                "supporters",
                "saved-filters",
                "bulk",
                "duplicates",
                "compliance",
                "compliance/do-not-text",
                "compliance/numbers",
                "compliance/consents",
                "review",
                "supporters/new",
                "texters",
                "texters/new",
                "members/list",
                "turf",
                "turf/new",
                "my-turf",
                "imports",
                "ladder",
                "ladder/edit",
                "reports",
                "reports/steps",
                "reports/promises",
                "reports/campaigns",
                "reports/replies",
                "reports/giving",
                "reports/by-mail",
                "giving",
                "giving/unmatched",
                "giving/pledges",
                "giving/monthly",
                "giving/files",
                "giving/online",
                "settings/payments",
                "ladder/rules",
                "ladder/confirm",
                "ladder/asks",
                "notices",
                "nowhere")) screens.add(Screen.of(page.replace('/', '-'), "/" + page));
        screens.add(Screen.of("gift-new", "/giving", button("Write down a gift")));
        screens.add(Screen.of("campaign-new", "/campaigns", button("New campaign")));
        screens.add(Screen.of("supporters-filter", "/supporters", button("Filter"), button("+ Add a condition")));
        screens.add(Screen.of("supporters-select", "/supporters", button("Select")));
        screens.add(Screen.of("supporters-point", "/supporters", button("Select"), button("Point person")));
        screens.add(Screen.of("campaign", first("/campaigns", "a.campaign-row >> nth=-1")));
        screens.add(Screen.of(
                "campaign-live", first("/campaigns", "a.campaign-row:has-text('Running') >> nth=0") + "/live"));
        screens.add(Screen.of("campaign-move-on", writtenOn(), button("See what changes")));
        screens.add(Screen.of("texters-texter", "/texters", "role=button[name=/^Manage/]"));
        screens.add(Screen.of("compare", pair()));
        screens.add(Screen.of("scripts-document", "/scripts", button("From a document")));
        String script = first("/scripts", "a.campaign-row >> nth=-1");
        screens.add(Screen.of("script", script));
        screens.add(Screen.of("script-test", script, button("Text me a test")));
        screens.add(Screen.of("script-versions", script, ".page-head .chip"));
        screens.add(Screen.of("script-wordings", script, button("Try another wording beside it")));
        String turf = first("/turf", "a.turf-name >> nth=-1");
        screens.add(Screen.of("a-turf", turf));
        screens.add(Screen.of("a-turf-give", turf, button("Give to texters…")));
        screens.add(Screen.of("area-map", "/turf/new?kind=area&value=near%20US%2094612%205", button("Change…")));
        screens.add(Screen.of("a-turf-divide", turf, button("Divide…")));
        String supporter = first("/ladder", ".ladder-tables a[href*='supporters/']");
        screens.add(Screen.of("supporter", supporter));
        screens.add(Screen.of("supporter-edit", supporter + "/edit"));
        screens.add(Screen.of("supporter-do-not-text", supporter, button("Do not text…")));
        screens.add(Screen.of("supporter-give-link", supporter, button("Show the link")));
        screens.add(Screen.of("supporter-erase", supporter, button("Erase")));
        screens.add(Screen.of("supporter-record", supporter, button("Record an action")));
        screens.add(Screen.of("supporter-move", supporter, button("Move")));
        screens.add(Screen.of("supporter-hold", supporter, button("Hold")));
        screens.add(Screen.of("supporter-task", supporter, button("Make a task")));
        screens.add(Screen.of("supporter-why", supporter, "vaadin-details-summary:has-text('Why here')"));
        screens.add(Screen.of("ladder-ask-new", "/ladder/asks", button("New ask")));
        screens.add(Screen.of("ladder-rule", "/ladder/rules", button("Rule…: Endorsing")));
        screens.add(Screen.of("ladder-preview", previewed()));
        screens.add(Screen.of("import", imported()));
        screens.addAll(events());
        return screens;
    }

    private List<Screen> events() {
        String meeting = first("/events", ".event-card:has-text('Rent meeting') a");
        String week = first("/events", ".event-card:has-text('House meetings') a");
        ada.navigate(meeting);
        signUp = path(ada.locator("a.mono").first());
        hostsPage = path(ada.locator("a:has-text('List at the door')").first()).replaceFirst("^/?https?://[^/]+", "");
        ada.navigate(week);
        apply = path(ada.locator("a.mono").first()) + "/host";
        return List.of(
                Screen.of("event", meeting),
                Screen.of("event-edit", meeting + "/edit"),
                Screen.of("event-poster", meeting + "/poster"),
                Screen.of("event-call-off", meeting, button("Call off")),
                Screen.of("event-umbrella", week),
                Screen.of("event-approve", week, button("Approve Renata Lima")));
    }

    private List<Screen> admins() {
        List<Screen> screens = new ArrayList<>();
        for (String page : List.of(
                "members",
                "teams",
                "settings",
                "settings/senders",
                "settings/fields",
                "settings/first-texts",
                "review/answers",
                "review/words",
                "settings/contact-rules",
                "settings/promise-texts",
                "settings/links",
                "settings/delivery",
                "settings/api-tokens",
                "settings/impact",
                "settings/maps",
                "audit",
                "simulator")) screens.add(Screen.of(page.replace('/', '-'), "/" + page));
        screens.add(Screen.of("members-invite", "/members", button("Invite")));
        screens.add(Screen.of("members-member", "/members", MANAGE));
        screens.add(Screen.of("teams-new", "/teams", button("New team")));
        screens.add(Screen.of("team", team()));
        screens.add(Screen.of("invitation", invitation()));
        forgetful = reset();
        return screens;
    }

    private List<Screen> doors() {
        return List.of(
                Screen.of("sign-in", "/sign-in"),
                Screen.of("sign-in-code", "/sign-in/code"),
                Screen.of("sign-in-link-closed", "/sign-in/link/nothing"),
                Screen.of("join", invited),
                Screen.of("join-closed", "/join/nothing"),
                Screen.of("reset", forgetful),
                Screen.of("reset-closed", "/reset/nothing"),
                Screen.of("event-open", signUp),
                Screen.of("event-umbrella-open", apply.replace("/host", "")),
                Screen.of("event-umbrella-near", apply.replace("/host", "") + "?near=94704"),
                Screen.of("event-host", apply),
                Screen.of("event-door", hostsPage),
                Screen.of("event-gone", "/e/nothing"),
                Screen.of("give-open", "/give/eastside"),
                Screen.of("give-thanks", "/give/eastside/thanks"),
                Screen.of("give-gone", "/g/nothing"),
                Screen.of("first-run-closed", "/first-run/nothing"));
    }

    /** A list that was uploaded and waits for somebody to say what its columns are. */
    private String imported() {
        ada.navigate("/imports");
        ada.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "block-party.csv",
                        "text/csv",
                        "First name,Last name,Mobile,Favourite fruit\nRita,Osei,+12025550123,Plums\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(ada.getByLabel("Name of this list")).isVisible();
        return here();
    }

    /** A running campaign whose script says something else by now. */
    private String writtenOn() {
        String campaign = first("/campaigns", "a.campaign-row:has-text('Running') >> nth=0");
        ada.navigate(campaign);
        Visitors.settle(ada);
        if (ada.locator(button("See what changes")).count() > 0) return campaign;
        ada.locator(".steps button:has-text('Script')").first().click();
        ada.locator("role=link[name=/Look at the script|Open in the studio/]")
                .first()
                .click();
        ada.waitForURL("**/scripts/*");
        ada.locator(".kids > .card.node").first().locator(".txt-button").first().click();
        Locator words = ada.locator(".node.open textarea").first();
        words.fill(words.inputValue() + " Just say yes or no.");
        ada.locator(button("Save")).click();
        assertThat(ada.locator(".page-head .chip")).containsText("Version");
        return campaign;
    }

    /** Two who may be one. */
    private String pair() {
        ada.navigate("/duplicates");
        ada.locator(button("Look again")).click();
        return path(ada.locator(".pair-card a.btn").first());
    }

    /** Whom a ladder without its third rung would move. */
    private String previewed() {
        ada.navigate("/ladder/rules");
        Visitors.settle(ada);
        if (ada.getByText("Throw the draft away").count() == 0) {
            ada.locator(button("Retire…: Contributing")).click();
            ada.locator("vaadin-dialog").locator(button("Retire")).click();
        }
        Locator seen = ada.locator(".rules-steps a.btn");
        Locator look = ada.locator(button("See who would move"));
        assertThat(seen.or(look).first()).isVisible();
        if (seen.count() == 0) look.click();
        assertThat(seen).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        return path(seen);
    }

    private String team() {
        ada.navigate("/teams");
        Visitors.settle(ada);
        Locator team = ada.locator(".team-card a");
        if (team.count() > 0) return path(team.first());
        ada.locator(button("New team")).click();
        ada.getByLabel("Name").fill("Welcome desk");
        ada.locator(button("Make the team")).click();
        assertThat(ada.locator("h1")).hasText("Welcome desk");
        return here();
    }

    private String invitation() {
        ada.navigate("/members");
        ada.locator(button("Invite")).click();
        ada.locator(button("Make the link")).click();
        invited = shown();
        return path(ada.locator("vaadin-dialog a.btn").first());
    }

    private String reset() {
        ada.navigate("/members");
        ada.locator(MANAGE).first().click();
        ada.locator(button("Make a password link")).click();
        return shown();
    }

    /** The link that a dialog shows, without its host. */
    private String shown() {
        return ada.locator("vaadin-dialog vaadin-text-field[readonly] input")
                .inputValue()
                .replaceFirst("^https?://[^/]+", "");
    }

    private String here() {
        Visitors.settle(ada);
        return ada.url().replaceFirst("^https?://[^/]+", "");
    }

    private String first(String page, String link) {
        ada.navigate(page);
        return path(ada.locator(link).first());
    }

    private static String path(Locator link) {
        assertThat(link).isVisible();
        String href = link.getAttribute("href");
        return href.startsWith("/") ? href : "/" + href;
    }
}
