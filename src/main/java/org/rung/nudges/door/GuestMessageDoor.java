package org.rung.nudges.door;

import jakarta.servlet.http.HttpServletRequest;
import org.rung.checkin.CheckIns;
import org.rung.common.Problem;
import org.rung.nudges.GuestMessages;
import org.rung.openpages.Answers;
import org.rung.openpages.Crowding;
import org.rung.openpages.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A host asks for a message to everyone who comes; an organizer lets it go. */
@RestController
class GuestMessageDoor {
    private final CheckIns checkIns;
    private final GuestMessages messages;
    private final Crowding crowding;

    GuestMessageDoor(CheckIns checkIns, GuestMessages messages, Crowding crowding) {
        this.checkIns = checkIns;
        this.messages = messages;
        this.crowding = crowding;
    }

    @PostMapping("/door/{token}/message")
    ResponseEntity<String> ask(
            @PathVariable String token, @RequestParam(defaultValue = "") String words, HttpServletRequest asked) {
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(asked.getLocale());
        var door = checkIns.door(token);
        if (door.isEmpty()) return Answers.gone(asked.getLocale());
        var html = new Html(asked.getLocale());
        try {
            messages.ask(door.get(), words);
            return Answers.page(HttpStatus.OK, told(html, token, "good", html.say("nudges.guests.asked")));
        } catch (Problem refused) {
            return Answers.page(HttpStatus.BAD_REQUEST, told(html, token, "bad", refused.in(html.language())));
        }
    }

    private static String told(Html html, String token, String look, String words) {
        return html.tag("h1", "", html.say("nudges.guests.title"))
                .p("notice " + look, words)
                .raw("<p>")
                .tag("a", "href=\"/door/" + Html.safe(token) + "\"", html.say("nudges.guests.back"))
                .raw("</p>")
                .page(html.say("nudges.guests.title"), false);
    }
}
