package org.rung.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the house and who gets in: a new one fails here until somebody has decided that. */
@RungTest
class WhoOpensWhatTest {
    private static final String EVERYONE = "EVERYONE";
    private static final Set<String> MEMBERS = Set.of("TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN");
    private static final Set<String> WHO_TEXT = Set.of("TEXTER", "ORGANIZER", "ADMIN");
    private static final Set<String> WHO_LOOK = Set.of("ORGANIZER", "COORDINATOR", "ADMIN");
    private static final Set<String> WHO_ORGANIZE = Set.of("ORGANIZER", "ADMIN");
    private static final Set<String> WHO_COORDINATE = Set.of("COORDINATOR", "ADMIN");
    private static final Set<String> ADMINS = Set.of("ADMIN");
    private static final Set<String> ALL = Set.of(EVERYONE);

    private static final Map<String, Set<String>> SCREENS = new TreeMap<>(Map.ofEntries(
            Map.entry("SignInView", ALL),
            Map.entry("JoinView", ALL),
            Map.entry("ResetView", ALL),
            Map.entry("FirstRunView", ALL),
            Map.entry("CodeView", ALL),
            Map.entry("LinkView", ALL),
            Map.entry("AccountView", MEMBERS),
            Map.entry("HowView", MEMBERS),
            Map.entry("HomeView", MEMBERS),
            Map.entry("CareView", MEMBERS),
            Map.entry("ConversationView", MEMBERS),
            Map.entry("FirstTextsView", WHO_TEXT),
            Map.entry("RepliesView", WHO_TEXT),
            Map.entry("PracticeView", WHO_TEXT),
            Map.entry("AlertsView", MEMBERS),
            Map.entry("PeopleIKnowView", WHO_TEXT),
            Map.entry("ImpactView", WHO_TEXT),
            Map.entry("ComingBackView", WHO_TEXT),
            Map.entry("ImpactSettingsView", ADMINS),
            Map.entry("HelpView", MEMBERS),
            Map.entry("TasksView", MEMBERS),
            Map.entry("RemindersView", ADMINS),
            Map.entry("InboxView", WHO_ORGANIZE),
            Map.entry("HeldView", WHO_ORGANIZE),
            Map.entry("CampaignsView", WHO_LOOK),
            Map.entry("CampaignView", WHO_LOOK),
            Map.entry("ScriptsView", WHO_LOOK),
            Map.entry("ScriptStudioView", WHO_LOOK),
            Map.entry("CannedRepliesView", WHO_LOOK),
            Map.entry("SupportersView", WHO_LOOK),
            Map.entry("SupporterView", WHO_LOOK),
            Map.entry("SupporterFormView", WHO_LOOK),
            Map.entry("DuplicatesView", WHO_LOOK),
            Map.entry("CompareView", WHO_LOOK),
            Map.entry("SavedFiltersView", WHO_LOOK),
            Map.entry("BulkView", WHO_LOOK),
            Map.entry("ComplianceView", WHO_LOOK),
            Map.entry("SuppressionsView", WHO_LOOK),
            Map.entry("NumberView", WHO_ORGANIZE),
            Map.entry("ConsentsView", WHO_LOOK),
            Map.entry("LiveView", WHO_LOOK),
            Map.entry("ReviewView", WHO_ORGANIZE),
            Map.entry("WordsView", WHO_ORGANIZE),
            Map.entry("AnswersView", WHO_ORGANIZE),
            Map.entry("ReviewSettingsView", ADMINS),
            Map.entry("FieldsView", ADMINS),
            Map.entry("EventsView", WHO_LOOK),
            Map.entry("EventView", WHO_LOOK),
            Map.entry("EventFormView", WHO_ORGANIZE),
            Map.entry("EventPosterView", WHO_LOOK),
            Map.entry("TurfsView", WHO_LOOK),
            Map.entry("TurfView", WHO_LOOK),
            Map.entry("MyTurfView", MEMBERS),
            Map.entry("MapSettingsView", ADMINS),
            Map.entry("LadderView", WHO_LOOK),
            Map.entry("EditLadderView", WHO_COORDINATE),
            Map.entry("ReportsView", WHO_LOOK),
            Map.entry("DigestView", WHO_LOOK),
            Map.entry("GiftsView", WHO_COORDINATE),
            Map.entry("UnmatchedView", WHO_COORDINATE),
            Map.entry("PledgesView", WHO_COORDINATE),
            Map.entry("MonthlyView", WHO_COORDINATE),
            Map.entry("GiftFilesView", WHO_COORDINATE),
            Map.entry("OnlineView", WHO_COORDINATE),
            Map.entry("PaymentSettingsView", ADMINS),
            Map.entry("AsksView", WHO_LOOK),
            Map.entry("RulesView", WHO_COORDINATE),
            Map.entry("PreviewView", WHO_COORDINATE),
            Map.entry("ConfirmView", WHO_COORDINATE),
            Map.entry("ImportsView", WHO_ORGANIZE),
            Map.entry("NoticesView", WHO_ORGANIZE),
            Map.entry("ImportView", WHO_ORGANIZE),
            Map.entry("MembersView", WHO_ORGANIZE),
            Map.entry("TeamsView", MEMBERS),
            Map.entry("TeamView", MEMBERS),
            Map.entry("TextersView", WHO_ORGANIZE),
            Map.entry("VettingView", WHO_ORGANIZE),
            Map.entry("ListInviteView", WHO_ORGANIZE),
            Map.entry("PosterView", WHO_ORGANIZE),
            Map.entry("SimulatorView", WHO_ORGANIZE),
            Map.entry("SettingsView", ADMINS),
            Map.entry("ApiTokensView", ADMINS),
            Map.entry("AuditView", ADMINS),
            Map.entry("LinksView", ADMINS),
            Map.entry("ContactRulesView", ADMINS),
            Map.entry("DeliveryHealthView", ADMINS),
            Map.entry("SendersView", ADMINS)));

    @Autowired
    WebApplicationContext web;

    @Autowired
    Environment settings;

    @Test
    void every_screen_opens_to_the_roles_of_the_table_and_to_no_others() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        Map<String, Set<String>> found = new TreeMap<>();
        for (var screen : scanner.findCandidateComponents("org.rung")) {
            var type = Class.forName(screen.getBeanClassName());
            found.put(type.getSimpleName(), whoOpens(type));
        }

        assertThat(found).isEqualTo(SCREENS);
    }

    @Test
    void every_call_of_the_api_names_the_permission_it_needs() {
        var without = web
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.rung."))
                .filter(entry -> entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api")))
                .filter(entry ->
                        names(entry.getValue().getMethod().getAnnotations()).noneMatch("Needs"::equals))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // Says who the token is, which any token may know.
        assertThat(without).containsExactly("/api/v1/me");
    }

    @Test
    void controllers_answer_at_these_addresses_only() {
        var elsewhere = web
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.rung."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/v1/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(elsewhere)
                .containsExactly(
                        "/door/offline.js",
                        "/door/pass/{token}",
                        "/door/{token}",
                        "/door/{token}/check-ins",
                        "/door/{token}/kit/{id}",
                        "/door/{token}/list",
                        "/door/{token}/message",
                        "/door/{token}/share.svg",
                        "/e/{code}",
                        "/e/{code}/here/{pin}",
                        "/e/{code}/host",
                        "/e/{code}/qr.svg",
                        "/e/{code}/{shift}.ics",
                        "/evidence/{evidenceId}",
                        "/exports/audit.csv",
                        "/exports/consents.csv",
                        "/exports/do-not-text-lists/{listId}/refused.csv",
                        "/exports/do-not-text.csv",
                        "/exports/gifts.csv",
                        "/exports/imports/{importId}/rejects.csv",
                        "/exports/ladder.csv",
                        "/exports/people/{bulkJobId}.csv",
                        "/exports/reports/{figure}.csv",
                        "/exports/supporters.csv",
                        "/g/{token}",
                        "/give/{word}",
                        "/give/{word}/thanks",
                        "/giving-receipts/{giftId}",
                        "/hooks",
                        "/hooks/**",
                        "/hooks/stripe/{code}",
                        "/hooks/twilio/inbound",
                        "/hooks/twilio/status",
                        "/kit-files/{id}",
                        "/l/",
                        "/l/{code}",
                        "/media/out/{id}/{until}/{signature}",
                        "/media/{id}",
                        "/monthly/{token}",
                        "/r/{token}",
                        "/r/{token}/event.ics",
                        "/r/{token}/pass.svg",
                        "/sim",
                        "/sim/**",
                        "/styles/one.css");
    }

    @Test
    void a_wrong_address_for_programs_is_a_bare_404_without_a_session() throws Exception {
        MockMvc door =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        for (var request : Stream.of(
                        get("/hooks/x"),
                        post("/hooks/twilio/else"),
                        post("/hooks/stripe/nobodys"),
                        get("/hooks/twilio/inbound"),
                        get("/sim/x"),
                        post("/sim/2010-04-01/Accounts/AC0/Messages.json"))
                .toList()) {
            var answer = door.perform(request).andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(404);
            assertThat(answer.getResponse().getContentAsString()).isEmpty();
            assertThat(answer.getRequest().getSession(false)).isNull();
        }
    }

    @Test
    void a_webhook_of_nonsense_is_refused_politely() throws Exception {
        MockMvc door =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        for (var body : Stream.of(
                        "",
                        "AccountSid",
                        "AccountSid=%C3%A9&To=%F0%9F%98%80",
                        "AccountSid=AC&To=" + "9".repeat(5_000),
                        "%00=%00&AccountSid=%00&To=%00",
                        "AccountSid=%zz")
                .toList()) {
            var status = door.perform(post("/hooks/twilio/inbound")
                            .contentType("application/x-www-form-urlencoded")
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(body).isBetween(400, 404);
        }
        assertThat(door.perform(post("/hooks/twilio/inbound").content("a=" + "b".repeat(70_000)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(413);
    }

    @Test
    void what_a_caller_says_of_its_own_address_is_not_believed() {
        assertThat(settings.getProperty("rung.trusted-proxy")).isEqualTo("false");
        assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("none");
        assertThat(web.getBeansOfType(ForwardedHeaderFilter.class)).isEmpty();
        assertThat(web.containsBean("trustedProxy")).isFalse();
    }

    private static Set<String> whoOpens(Class<?> screen) {
        var door = new AccessAnnotationChecker();
        @Nullable Principal nobody = null;
        if (door.hasAccess(screen, nobody, role -> false)) return ALL;
        Principal somebody = () -> "somebody";
        assertThat(door.hasAccess(screen, somebody, role -> false))
                .as(screen + " opens to whoever is signed in, whatever their role")
                .isFalse();
        return Arrays.stream(Role.values())
                .map(Role::name)
                .filter(role -> door.hasAccess(screen, somebody, role::equals))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Annotation[] annotations) {
        return Arrays.stream(annotations).map(each -> each.annotationType().getSimpleName());
    }
}
