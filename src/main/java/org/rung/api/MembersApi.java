package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/members")
@Tag(name = "Members", description = "The people who text and organize")
class MembersApi {
    private final Members members;

    MembersApi(Members members) {
        this.members = members;
    }

    @GetMapping
    @Needs(Permission.ASSIGN)
    @Operation(summary = "Everyone who may sign in, by name")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = members.page(token, Paging.wanted(limit, after));
        return PageBody.of(page, rows -> rows.stream().map(Shown::of).toList());
    }

    @Schema(name = "Member")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "Tess Moreno") String name,
            @Schema(example = "tess@example.org") String email,
            List<Role> roles,

            @Schema(description = "A suspended member cannot sign in and gets no work.")
            boolean suspended) {

        static Shown of(Member member) {
            return new Shown(
                    member.memberId().text(),
                    member.name(),
                    member.email(),
                    member.roles().all().stream().toList(),
                    member.suspendedAt().isPresent());
        }
    }
}
