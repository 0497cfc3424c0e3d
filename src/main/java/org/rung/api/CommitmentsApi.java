package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/commitments")
@Tag(name = "Commitments", description = "What supporters promised; a kept promise moves them on the ladder")
class CommitmentsApi {
    private final Commitments commitments;

    CommitmentsApi(Commitments commitments) {
        this.commitments = commitments;
    }

    @PostMapping("/{id}/confirmed")
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "They said once more that they will",
            description = "A conflict where it was kept, broken or released already.")
    CommitmentBody confirmed(Actor.Token token, @PathVariable String id) {
        return settled(token, id, CommitmentState.CONFIRMED);
    }

    @PostMapping("/{id}/kept")
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "They did what they promised",
            description =
                    "Not needed where the action itself is recorded: that keeps the promise by itself. The same again"
                            + " changes nothing; standings follow at once.")
    CommitmentBody kept(Actor.Token token, @PathVariable String id) {
        return settled(token, id, CommitmentState.KEPT);
    }

    @PostMapping("/{id}/broken")
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "They did not do what they promised",
            description = "Happens by itself three days after it was due, or 30 days after a promise without a day.")
    CommitmentBody broken(Actor.Token token, @PathVariable String id) {
        return settled(token, id, CommitmentState.BROKEN);
    }

    @PostMapping("/{id}/released")
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(summary = "They need not do it any more", description = "Such as when the event does not take place.")
    CommitmentBody released(Actor.Token token, @PathVariable String id) {
        return settled(token, id, CommitmentState.RELEASED);
    }

    private CommitmentBody settled(Actor.Token token, String id, CommitmentState state) {
        CommitmentId commitmentId = new CommitmentId(Id.parse("id", id));
        commitments.settle(token, commitmentId, state);
        return CommitmentBody.of(commitments.get(token, commitmentId));
    }
}
