package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.CommitmentId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.tasks.TaskChange;
import org.rung.tasks.TaskDraft;
import org.rung.tasks.TaskFilter;
import org.rung.tasks.TaskId;
import org.rung.tasks.TaskList;
import org.rung.tasks.TaskOutcome;
import org.rung.tasks.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Tasks", description = "What members are to do about supporters, by when, and what came of it")
class TasksApi {
    private final Tasks tasks;

    TasksApi(Tasks tasks) {
        this.tasks = tasks;
    }

    @PostMapping(path = "/supporters/{id}/tasks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Make a task about a supporter",
            description =
                    "Without an owner it goes to their point person. The same `requestId`, or a task about the same"
                            + " commitment, answers with the task of then.")
    TaskBody make(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        TaskId made = tasks.make(
                token,
                new TaskDraft(
                        new SupporterId(Id.parse("id", id)),
                        Given.text(draft.title()),
                        Given.need("day", draft.day()),
                        Optional.ofNullable(draft.owner()).map(owner -> new MemberId(Given.id("owner", owner))),
                        Optional.empty(),
                        Optional.ofNullable(draft.commitment())
                                .map(promise -> new CommitmentId(Given.id("commitment", promise)))),
                Optional.of("api:" + Given.need("requestId", draft.requestId())));
        return TaskBody.of(tasks.get(token, made));
    }

    @GetMapping("/tasks")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "Tasks of everyone",
            description = "Open ones by their day, ended ones the latest first. MINE is empty to a program.")
    PageBody<TaskBody> page(
            Actor.Token token,
            @Parameter(description = "TEAM: open ones. OVERDUE: open, and their day has passed. DONE: ended ones.")
                    @RequestParam(defaultValue = "TEAM")
                    TaskList list,
            @Parameter(description = "Only this member's.", example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String owner,
            @Parameter(description = "Only those about this supporter.", example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String supporter,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                tasks.page(
                        token,
                        new TaskFilter(
                                list,
                                Optional.ofNullable(owner).map(text -> new MemberId(Id.parse("owner", text))),
                                Optional.ofNullable(supporter)
                                        .map(text -> new SupporterId(Id.parse("supporter", text)))),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(TaskBody::of).toList());
    }

    @PutMapping(path = "/tasks/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Put a task off, pass it on, or say it in other words",
            description = "As a whole: an owner that is left out is nobody. A conflict when somebody else was faster.")
    TaskBody change(Actor.Token token, @PathVariable String id, @RequestBody Change change) {
        TaskId task = new TaskId(Id.parse("id", id));
        tasks.change(
                token,
                task,
                new TaskChange(
                        Given.text(change.title()),
                        Given.need("day", change.day()),
                        Optional.ofNullable(change.owner()).map(owner -> new MemberId(Given.id("owner", owner))),
                        Given.need("revision", change.revision())));
        return TaskBody.of(tasks.get(token, task));
    }

    @PostMapping(path = "/tasks/{id}/ended", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(summary = "Finish a task with what came of it", description = "A conflict when somebody was faster.")
    TaskBody end(Actor.Token token, @PathVariable String id, @RequestBody End end) {
        TaskId task = new TaskId(Id.parse("id", id));
        tasks.end(
                token,
                task,
                Given.need("revision", end.revision()),
                Given.need("outcome", end.outcome()),
                Given.text(end.note()));
        return TaskBody.of(tasks.get(token, task));
    }

    @Schema(name = "TaskDraft")
    record Draft(
            @Schema(
                    description = "Made by you, another one for each task; the same one again makes nothing.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
            @Nullable
            String requestId,

            @Schema(description = "1 to 160 characters; may be left out with a commitment.", example = "Call Nia")
            @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-12-05") @Nullable
            LocalDate day,

            @Schema(description = "A member.", example = "0QKDP6Y8R9T3V") @Nullable
            String owner,

            @Schema(description = "A promise of theirs that came to nothing.", example = "0QKDP6Y8R9T3V") @Nullable
            String commitment) {}

    @Schema(name = "TaskChange")
    record Change(
            @Schema(example = "Call Nia") @Nullable String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-12-05") @Nullable
            LocalDate day,

            @Schema(example = "0QKDP6Y8R9T3V") @Nullable String owner,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1") @Nullable
            Integer revision) {}

    @Schema(name = "TaskEnd")
    record End(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GOOD") @Nullable
            TaskOutcome outcome,

            @Schema(description = "At most 300 characters.", example = "She will host") @Nullable
            String note,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1") @Nullable
            Integer revision) {}
}
