// Made from openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, if anybody
         * @description Everyone, also without a session.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Everyone, also without a session.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Every member.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the workspace and its owner, once
         * @description Everyone, also without a session.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on in another workspace of mine, with a new csrf
         * @description Every member.
         */
        post: operations["switchWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * What this team calls me
         * @description Every member.
         */
        put: operations["changeName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password; my other sessions end
         * @description Every member.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep something for myself, in whichever browser I sit; what is not named stays
         * @description Every member.
         */
        put: operations["setPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspaces I am a member of
         * @description Every member.
         */
        get: operations["listWorkspaces"];
        put?: never;
        /**
         * Open another workspace, if I own one already
         * @description Every member.
         */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename this workspace
         * @description For the roles owner, admin.
         */
        put: operations["renameWorkspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave this workspace; goes on in another, or signs out
         * @description Every member.
         */
        post: operations["leaveWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The team
         * @description Every member.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Ask somebody in by a link, which is shown this once
         * @description For the roles owner, admin.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each role may do
         * @description Every member.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what a member may do
         * @description For the roles owner, admin.
         */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member; what they own becomes nobody's
         * @description For the roles owner, admin.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was asked in and has not come yet
         * @description For the roles owner, admin.
         */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new link; the old one works no more
         * @description For the roles owner, admin.
         */
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description For the roles owner, admin.
         */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a link invites to
         * @description Everyone, also without a session.
         */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join by the link, once
         * @description Everyone, also without a session.
         */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description For the roles owner, admin.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations, page by page: open ones longest waiting first, others newest first
         * @description Every member.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations there are of each state
         * @description Every member.
         */
        get: operations["getCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation as it stands
         * @description Every member.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its posts, oldest first, at most 200 a page
         * @description Every member.
         */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand it to a member, or to nobody
         * @description For the roles owner, admin, agent.
         */
        post: operations["assignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it aside until a time
         * @description For the roles owner, admin, agent.
         */
        post: operations["snoozeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close it as solved
         * @description For the roles owner, admin, agent.
         */
        post: operations["resolveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close it without an answer, with a reason
         * @description For the roles owner, admin, agent.
         */
        post: operations["skipConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take it up again
         * @description For the roles owner, admin, agent.
         */
        post: operations["reopenConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One decision about up to 200 conversations; what became of each
         * @description For the roles owner, admin, agent.
         */
        post: operations["bulkDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back decisions of mine of the last hour, unless somebody decided otherwise since
         * @description For the roles owner, admin, agent.
         */
        post: operations["undoDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a tag on it
         * @description For the roles owner, admin, agent.
         */
        put: operations["tagConversation"];
        post?: never;
        /**
         * Take a tag off it
         * @description For the roles owner, admin, agent.
         */
        delete: operations["untagConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I have seen where I am mentioned here
         * @description Every member.
         */
        post: operations["markSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * I am looking at it, replying, or gone; forgotten after 20 seconds
         * @description Every member.
         */
        put: operations["putPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is looking at what, and who is replying
         * @description Every member.
         */
        get: operations["listPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole conversation as a document
         * @description For the roles owner, admin, agent, analyst.
         */
        get: operations["exportConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a note for the team
         * @description For the roles owner, admin, agent.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep the reply I am writing
         * @description For the roles owner, admin, agent.
         */
        put: operations["saveDraft"];
        post?: never;
        /**
         * Forget the reply I was writing
         * @description For the roles owner, admin, agent.
         */
        delete: operations["dropDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the assistant for a draft, if there is one; it cannot be sent as it is
         * @description For the roles owner, admin, agent.
         */
        post: operations["proposeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tags, and how many conversations of each state have them
         * @description Every member.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Make a tag
         * @description For the roles owner, admin, agent.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a tag or change its colour
         * @description For the roles owner, admin, agent.
         */
        put: operations["changeTag"];
        post?: never;
        /**
         * Remove a tag from everywhere
         * @description For the roles owner, admin.
         */
        delete: operations["removeTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a tag everywhere by another
         * @description For the roles owner, admin.
         */
        post: operations["mergeTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My saved views, then those shared with the workspace
         * @description Every member.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save a way to look at the list
         * @description For the roles owner, admin, agent, analyst.
         */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put my own or the shared views in this order
         * @description For the roles owner, admin, agent, analyst.
         */
        post: operations["arrangeViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename, change or share a view
         * @description For the roles owner, admin, agent, analyst.
         */
        put: operations["changeView"];
        post?: never;
        /**
         * Remove a view
         * @description For the roles owner, admin, agent, analyst.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles and resources, page by page, the newest change first
         * @description Every member.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Write an article, or note a resource elsewhere
         * @description For the roles owner, admin, agent.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take articles over, from Markdown files or another help centre's export; what became of each
         * @description For the roles owner, admin, agent.
         */
        post: operations["importArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All articles as Markdown files, which can be taken over again
         * @description For the roles owner, admin, agent, analyst.
         */
        get: operations["exportArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What rapport suggest answers to a line: the articles of the body that answer its post
         * @description Every member.
         */
        post: operations["suggestStatelessly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article with its text
         * @description Every member.
         */
        get: operations["getArticle"];
        /**
         * Change an article; refused with 409 if it is of another version by now
         * @description For the roles owner, admin, agent.
         */
        put: operations["changeArticle"];
        post?: never;
        /**
         * Remove an article for good
         * @description For the roles owner, admin, agent.
         */
        delete: operations["removeArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an article was used, newest first, and what happened then
         * @description Every member.
         */
        get: operations["listArticleUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that may answer a post here, the best first
         * @description Every member.
         */
        get: operations["listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people asked and no article answers, the most wanted first, and when it was looked for
         * @description Every member.
         */
        get: operations["listGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gaps/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The questions of a gap, the most central first, at most 200
         * @description Every member.
         */
        get: operations["listGapPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gaps/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it needs no article; it stays so
         * @description For the roles owner, admin, agent.
         */
        post: operations["dismissGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gaps/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take that back
         * @description For the roles owner, admin, agent.
         */
        post: operations["reopenGap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an article from what was asked and what we answered, in a gap or in 1 to 20 conversations
         * @description For the roles owner, admin, agent.
         */
        post: operations["draftArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The categories of articles, in their order
         * @description Every member.
         */
        get: operations["listArticleCategories"];
        put?: never;
        /**
         * Make a category
         * @description For the roles owner, admin, agent.
         */
        post: operations["createArticleCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a category, or move it to another place
         * @description For the roles owner, admin, agent.
         */
        put: operations["changeArticleCategory"];
        post?: never;
        /**
         * Remove a category; its articles stay
         * @description For the roles owner, admin, agent.
         */
        delete: operations["removeArticleCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how a post should be read; what is not named stays as it is
         * @description For the roles owner, admin, agent.
         */
        put: operations["correctReading"];
        post?: never;
        /**
         * Take corrections of a post's reading back
         * @description For the roles owner, admin, agent.
         */
        delete: operations["uncorrectReading"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What complaints can be about
         * @description Every member.
         */
        get: operations["listReasons"];
        put?: never;
        /**
         * Add a reason; it is learned by correcting
         * @description For the roles owner, admin, agent.
         */
        post: operations["addReason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many posts name each reason, the most first, and the newest of them
         * @description Every member.
         */
        get: operations["summariseReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Call a reason otherwise
         * @description For the roles owner, admin, agent.
         */
        put: operations["renameReason"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons/{key}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a reason as another from now on
         * @description For the roles owner, admin.
         */
        post: operations["mergeReason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reasons/{key}/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a reason is fixed; makes the list of who spoke up for it
         * @description For the roles owner, admin, agent.
         */
        post: operations["fixReason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was fixed, the latest first, and how many were told
         * @description Every member.
         */
        get: operations["listRemedies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them
         * @description Every member.
         */
        get: operations["getRemedy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who spoke up, who did last first, and whether they were told; each is answered in person
         * @description Every member.
         */
        get: operations["listRemedyPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies/{id}/people/{person}/aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why somebody need not be told
         * @description For the roles owner, admin, agent.
         */
        post: operations["setAside"];
        /**
         * They are to be told after all
         * @description For the roles owner, admin, agent.
         */
        delete: operations["bringBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nobody is to be told any more
         * @description For the roles owner, admin, agent.
         */
        post: operations["closeRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remedies/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on telling
         * @description For the roles owner, admin, agent.
         */
        post: operations["reopenRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What posts are about, learned from them, the most first
         * @description Every member.
         */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many posts are about each topic, the most first
         * @description Every member.
         */
        get: operations["summariseTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Call a topic otherwise
         * @description For the roles owner, admin, agent.
         */
        put: operations["renameTopic"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a topic as another from now on; posts about it are read again in the background
         * @description For the roles owner, admin.
         */
        post: operations["mergeTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is listened for, oldest first
         * @description Every member.
         */
        get: operations["listMonitors"];
        put?: never;
        /**
         * Listen for something from now on; earlier posts are matched in the background
         * @description For the roles owner, admin, agent.
         */
        post: operations["createMonitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Listen for something else; earlier posts are matched again
         * @description For the roles owner, admin, agent.
         */
        put: operations["changeMonitor"];
        post?: never;
        /**
         * Stop listening; what it found goes with it
         * @description For the roles owner, admin, agent.
         */
        delete: operations["removeMonitor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it found, newest first; `all` in the place of the id: what any of them found
         * @description Every member.
         */
        get: operations["listHeard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it found within some days, counted; `all` in the place of the id: of all monitors, where a post that several found counts in the totals for each of them
         * @description Every member.
         */
        get: operations["summariseMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of what these monitors found each of them found
         * @description Every member.
         */
        get: operations["shareOfVoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong or doubtful about a query, what it finds in words, and, of a query of another tool, what became of it
         * @description Every member.
         */
        post: operations["checkQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fields a query may ask for
         * @description Every member.
         */
        get: operations["listQueryFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a query would have found, newest first: a part of stored history a call, to be added up until next_cursor is null
         * @description Every member.
         */
        post: operations["previewQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What monitors wanted to tell, newest first
         * @description Every member.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I have read all alerts there are
         * @description Every member.
         */
        post: operations["markAlertsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitors/{id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a monitor raises alerts, and who is told
         * @description For the roles owner, admin, agent.
         */
        get: operations["listAlertRules"];
        /**
         * Raise alerts by these rules alone, one of each kind at most; the secret that calls of a new webhook are signed with is told this once
         * @description For the roles owner, admin, agent.
         */
        put: operations["putAlertRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was read of every source, and what was not
         * @description Every member.
         */
        get: operations["listCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a network's search for what monitors would have found, in the background
         * @description For the roles owner, admin.
         */
        post: operations["startBackfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backfills/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop asking; what was found stays
         * @description For the roles owner, admin.
         */
        post: operations["stopBackfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was learned from corrections
         * @description Every member.
         */
        get: operations["getLearning"];
        put?: never;
        /**
         * Use what was learned, or leave it
         * @description For the roles owner, admin.
         */
        post: operations["switchLearning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the brand speaks
         * @description Every member.
         */
        get: operations["getVoice"];
        /**
         * Say how the brand speaks, all of it at once
         * @description For the roles owner, admin.
         */
        put: operations["changeVoice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coach/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The coach's rules, and what we made of each
         * @description Every member.
         */
        get: operations["listCoachRules"];
        /**
         * Say what becomes of some rules; those that are not named stay
         * @description For the roles owner, admin.
         */
        put: operations["changeCoachRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the coach says of a draft that answers a post; changes nothing
         * @description For the roles owner, admin, agent.
         */
        post: operations["reviewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the coach says of a draft and a post that are told whole, as `rapport coach` does
         * @description Every member.
         */
        post: operations["askCoach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a reply; it can be undone for five seconds
         * @description For the roles owner, admin, agent.
         */
        post: operations["reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a post of our own
         * @description For the roles owner, admin, agent.
         */
        post: operations["publishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a picture in, to be sent with words later; JPEG, PNG or WebP, at most 2 MB
         * @description For the roles owner, admin, agent.
         */
        post: operations["addAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture that was taken in
         * @description Every member.
         */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a link's page says of itself, as a card below a post shows it; asks the page
         * @description For the roles owner, admin, agent.
         */
        post: operations["previewCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a post of our own that shows this one; it can be undone for five seconds
         * @description For the roles owner, admin, agent.
         */
        post: operations["quotePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/repost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repost a post
         * @description For the roles owner, admin, agent.
         */
        post: operations["repostPost"];
        /**
         * Take the repost back
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unrepostPost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Like a post
         * @description For the roles owner, admin, agent.
         */
        post: operations["likePost"];
        /**
         * Take the like back
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unlikePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a post of ours, with a reason
         * @description For the roles owner, admin, agent.
         */
        post: operations["deletePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide what somebody said below a post of ours, with a reason
         * @description For the roles owner, admin, agent.
         */
        post: operations["hidePost"];
        /**
         * Show it again
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unhidePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an act stands
         * @description Every member.
         */
        get: operations["getAct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a queued act back
         * @description For the roles owner, admin, agent.
         */
        post: operations["undoAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a rejected act again
         * @description For the roles owner, admin, agent.
         */
        post: operations["retryAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acts/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a rejected act away
         * @description For the roles owner, admin, agent.
         */
        post: operations["dismissAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The card of a person
         * @description Every member.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow one of their accounts
         * @description For the roles owner, admin, agent.
         */
        post: operations["followPerson"];
        /**
         * Stop following one of their accounts
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unfollowPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mute one of their accounts, with a reason: what it says is kept, and waits for nobody
         * @description For the roles owner, admin, agent.
         */
        post: operations["mutePerson"];
        /**
         * Hear one of their accounts again
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unmutePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block one of their accounts, with a reason
         * @description For the roles owner, admin, agent.
         */
        post: operations["blockPerson"];
        /**
         * Take a block back
         * @description For the roles owner, admin, agent.
         */
        delete: operations["unblockPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connected accounts and what was read of them
         * @description Every member.
         */
        get: operations["listChannels"];
        put?: never;
        /**
         * Connect an account
         * @description For the roles owner, admin.
         */
        post: operations["connectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to connect an account on its network's own pages
         * @description For the roles owner, admin.
         */
        post: operations["beginSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/sign-in/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect it with the code that came back
         * @description For the roles owner, admin.
         */
        post: operations["finishSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What can be read under a web address
         * @description For the roles owner, admin.
         */
        post: operations["findSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/reconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in again
         * @description For the roles owner, admin.
         */
        post: operations["reconnectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop listening and forget the password; history stays
         * @description For the roles owner, admin.
         */
        post: operations["disconnectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read further back, in the background
         * @description For the roles owner, admin.
         */
        post: operations["importHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/history/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop reading further back
         * @description For the roles owner, admin.
         */
        post: operations["stopHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help-site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where anybody may read what is published, or could
         * @description Every member.
         */
        get: operations["getHelpSite"];
        /**
         * Set the public pages up, switch them on or off
         * @description For the roles owner, admin.
         */
        put: operations["putHelpSite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My tokens
         * @description Every member.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token; its secret is shown this once
         * @description Every member.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a token of mine
         * @description Every member.
         */
        delete: operations["removeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as server-sent events; resumes after Last-Event-ID
         * @description Every member.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this server answers
         * @description Everyone, also without a session.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Everyone, also without a session.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Role: "owner" | "admin" | "agent" | "analyst" | "viewer";
        Member: {
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            me: boolean;
        };
        MemberList: {
            items: components["schemas"]["Member"][];
        };
        MemberRef: {
            id: string;
            name: string;
        };
        Preferences: {
            first_look: string | null;
        };
        PreferencesBody: {
            first_look?: string | null;
        };
        Session: {
            /** @enum {string} */
            state: "signed_in" | "signed_out" | "setup";
            member: components["schemas"]["Member"] | null;
            workspace: components["schemas"]["Workspace"] | null;
            csrf: string | null;
            permissions: components["schemas"]["Permission"][];
            preferences: components["schemas"]["Preferences"] | null;
            demo: boolean;
            assistant: boolean;
            version: string;
        };
        SignIn: {
            email: string;
            password: string;
        };
        Setup: {
            code: string;
            workspace: string;
            name: string;
            email: string;
            password: string;
        };
        Nothing: Record<string, never>;
        Health: {
            /** @enum {string} */
            status: "ok";
            version: string;
        };
        /** @enum {string} */
        Permission: "read" | "export" | "save_views" | "answer" | "manage_channels" | "manage_team" | "see_audit" | "manage_workspace" | "manage_owners";
        RoleList: {
            items: {
                role: components["schemas"]["Role"];
                permissions: components["schemas"]["Permission"][];
            }[];
        };
        Workspace: {
            id: string;
            name: string;
        };
        Membership: {
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            current: boolean;
        };
        MembershipList: {
            items: components["schemas"]["Membership"][];
        };
        Invitation: {
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            by_name: string | null;
            expired: boolean;
        };
        InvitationList: {
            items: components["schemas"]["Invitation"][];
        };
        NewInvitation: {
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            secret: string;
        };
        OpenInvitation: {
            workspace: string;
            email: string;
            role: components["schemas"]["Role"];
            by_name: string | null;
            /** Format: date-time */
            expires_at: string;
            my_name: string | null;
        };
        AuditEntry: {
            id: string;
            by: components["schemas"]["MemberRef"] | null;
            verb: string;
            object: string;
            detail: string;
            /** Format: date-time */
            at: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
        };
        NameBody: {
            name: string;
        };
        SwitchBody: {
            workspace_id: string;
        };
        InviteBody: {
            email: string;
            role: components["schemas"]["Role"];
        };
        RoleBody: {
            role: components["schemas"]["Role"];
        };
        InvitationSecretBody: {
            secret: string;
        };
        JoinBody: {
            secret: string;
            name: string;
            password?: string;
        };
        PasswordBody: {
            present: string;
            wanted: string;
        };
        /** @enum {string} */
        State: "open" | "waiting" | "snoozed" | "resolved" | "skipped" | "heard";
        /** @enum {string} */
        SkipReason: "spam" | "not_for_us" | "no_answer_needed" | "abusive" | "answered_elsewhere" | "deleted" | "muted" | "other";
        /** @enum {string} */
        InPublic: "no" | "they_spoke_last" | "answered";
        ReasonRef: {
            key: string;
            name: string;
        };
        ArticleRef: {
            id: string;
            title: string;
        };
        Speaker: {
            channel_id: string;
            handle: string;
            name: string;
            avatar_url: string | null;
            state: components["schemas"]["ChannelState"];
            limits: components["schemas"]["Limits"];
        };
        ConversationRow: {
            id: string;
            state: components["schemas"]["State"];
            version: number;
            channel_id: string;
            network: string;
            owner: components["schemas"]["MemberRef"] | null;
            /** Format: date-time */
            waiting_since: string | null;
            /** Format: date-time */
            snoozed_until: string | null;
            lead: components["schemas"]["AccountRef"];
            excerpt: string;
            excerpt_labels: string[];
            excerpt_post_id: string;
            /** Format: date-time */
            last_post_at: string;
            posts: number;
            people: number;
            before_rapport: boolean;
            reading: components["schemas"]["RowReading"] | null;
            tags: components["schemas"]["TagRef"][];
            mentioned: boolean;
            draft: boolean;
            sending: number;
            failed: number;
            resolution: string | null;
            resolved_for: components["schemas"]["ReasonRef"] | null;
            resolved_with: components["schemas"]["ArticleRef"] | null;
            in_public: components["schemas"]["InPublic"] | null;
            skip_reason: components["schemas"]["SkipReason"] | null;
        };
        ConversationPage: {
            items: components["schemas"]["ConversationRow"][];
            next_cursor: string | null;
        };
        Conversation: {
            id: string;
            state: components["schemas"]["State"];
            version: number;
            channel_id: string;
            network: string;
            owner: components["schemas"]["MemberRef"] | null;
            /** Format: date-time */
            waiting_since: string | null;
            /** Format: date-time */
            snoozed_until: string | null;
            lead: components["schemas"]["AccountRef"];
            excerpt: string;
            excerpt_labels: string[];
            excerpt_post_id: string;
            /** Format: date-time */
            last_post_at: string;
            posts: number;
            people: number;
            before_rapport: boolean;
            reading: components["schemas"]["RowReading"] | null;
            tags: components["schemas"]["TagRef"][];
            mentioned: boolean;
            draft: boolean;
            sending: number;
            failed: number;
            resolution: string | null;
            resolved_for: components["schemas"]["ReasonRef"] | null;
            resolved_with: components["schemas"]["ArticleRef"] | null;
            in_public: components["schemas"]["InPublic"] | null;
            skip_reason: components["schemas"]["SkipReason"] | null;
            acts: components["schemas"]["Act"][];
            notes: components["schemas"]["Note"][];
            my_draft: components["schemas"]["Draft"] | null;
            history: components["schemas"]["Decision"][];
            channel: {
                id: string;
                network: string;
                handle: string;
                limits: components["schemas"]["Limits"];
                state: components["schemas"]["ChannelState"];
            };
            speakers: components["schemas"]["Speaker"][];
            answer_to: string | null;
            suggested_reason: components["schemas"]["ReasonRef"] | null;
        };
        Counts: {
            open: number;
            waiting: number;
            snoozed: number;
            resolved: number;
            skipped: number;
            mine: number;
            unassigned: number;
            mentions: number;
        };
        Note: {
            id: string;
            by: components["schemas"]["MemberRef"];
            text: string;
            mentions: components["schemas"]["NoteMention"][];
            /** Format: date-time */
            created_at: string;
        };
        NoteMention: {
            member_id: string;
            begin: number;
            end: number;
        };
        ConversationExport: {
            /** Format: date-time */
            exported_at: string;
            conversation: components["schemas"]["Conversation"];
            posts: components["schemas"]["Post"][];
        };
        Decision: {
            id: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["MemberRef"] | null;
            /** @enum {string} */
            kind: "assign" | "snooze" | "resolve" | "skip" | "reopen" | "tag" | "untag" | "undo";
            detail: string | null;
            /** Format: date-time */
            until: string | null;
            skip_reason: components["schemas"]["SkipReason"] | null;
            reason: components["schemas"]["ReasonRef"] | null;
            article: components["schemas"]["ArticleRef"] | null;
        };
        Draft: {
            post_id: string;
            text: string;
            media: components["schemas"]["ActMedia"][];
            channel_id: string | null;
            langs: string[];
            /** Format: date-time */
            updated_at: string;
        };
        AssignBody: {
            member_id: string | null;
            version?: number | null;
        };
        SnoozeBody: {
            /** Format: date-time */
            until: string;
            version?: number | null;
        };
        ResolveBody: {
            resolution: string;
            reason?: string;
            article_id?: string | null;
            version?: number | null;
        };
        SkipBody: {
            reason: components["schemas"]["SkipReason"];
            detail: string;
            version?: number | null;
        };
        ReopenBody: {
            version?: number | null;
        };
        NoteBody: {
            text: string;
            mentions?: components["schemas"]["NoteMention"][];
        };
        DraftBody: {
            post_id: string;
            text: string;
            channel_id?: string | null;
            media?: {
                attachment_id: string;
                alt: string;
            }[] | null;
            langs?: string[] | null;
        };
        AccountRef: {
            id: string;
            person_id: string;
            network: string;
            handle: string;
            name: string;
            avatar_url: string | null;
            ours: boolean;
            /** @enum {string} */
            silenced: "no" | "muted" | "blocked";
            /** @enum {string} */
            standing: "active" | "deactivated" | "suspended" | "deleted";
            labels: string[];
        };
        Entity: {
            /** @enum {string} */
            kind: "mention" | "link" | "tag";
            begin: number;
            end: number;
            value: string;
        };
        Media: {
            /** @enum {string} */
            kind: "image" | "video" | "link";
            url: string;
            thumb_url: string | null;
            alt: string;
            title: string;
            description: string;
            width: number;
            height: number;
        };
        Post: {
            id: string;
            parent_id: string | null;
            author: components["schemas"]["AccountRef"];
            /** @enum {string} */
            kind: "post" | "reply" | "quote";
            text: string;
            langs: string[];
            entities: components["schemas"]["Entity"][];
            media: components["schemas"]["Media"][];
            quoted: {
                native_id: string;
                author: string;
                text: string;
                entities: components["schemas"]["Entity"][];
                /** @enum {string} */
                state: "shown" | "gone" | "blocked" | "detached";
            } | null;
            url: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            heard_at: string;
            /** Format: date-time */
            edited_at: string | null;
            /** Format: date-time */
            deleted_at: string | null;
            likes: number;
            reposts: number;
            replies: number;
            /** @enum {string} */
            liked: "no" | "pending" | "yes";
            /** @enum {string} */
            reposted: "no" | "pending" | "yes";
            can_hide: boolean;
            hiding: boolean;
            hidden: {
                by: components["schemas"]["MemberRef"] | null;
                reason: string;
                /** Format: date-time */
                at: string;
            } | null;
            labels: string[];
            to_channel_id: string | null;
            waits: boolean;
            before_rapport: boolean;
            reading: components["schemas"]["Reading"] | null;
        };
        ThreadPage: {
            items: components["schemas"]["Post"][];
            next_cursor: string | null;
        };
        ActMedia: {
            attachment_id: string;
            url: string;
            alt: string;
        };
        Attachment: {
            id: string;
            url: string;
            mime: string;
            width: number;
            height: number;
            size: number;
        };
        Card: {
            url: string;
            title: string;
            description: string;
            thumb: components["schemas"]["Attachment"] | null;
        };
        ShownCard: {
            title: string;
            description: string;
            thumb_url: string | null;
        };
        CardBody: {
            channel_id: string;
            url: string;
        };
        Act: {
            id: string;
            /** @enum {string} */
            kind: "reply" | "post" | "quote" | "like" | "unlike" | "repost" | "unrepost" | "follow" | "unfollow" | "mute" | "unmute" | "block" | "unblock" | "delete" | "hide" | "unhide";
            /** @enum {string} */
            state: "queued" | "sending" | "unknown" | "accepted" | "rejected" | "undone";
            conversation_id: string | null;
            channel_id: string;
            post_id: string | null;
            account_id: string | null;
            text: string;
            media: components["schemas"]["ActMedia"][];
            langs: string[];
            card_url: string | null;
            card: components["schemas"]["ShownCard"] | null;
            by: components["schemas"]["MemberRef"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            not_before: string;
            attempts: number;
            error: string | null;
            result_post_id: string | null;
        };
        ReplyBody: {
            post_id: string;
            text: string;
            client_key: string;
            seen_post_id?: string | null;
            confirm?: boolean;
            channel_id?: string | null;
            media?: {
                attachment_id: string;
                alt: string;
            }[] | null;
            langs?: string[] | null;
            card_url?: string | null;
            card?: {
                title: string;
                description: string;
                attachment_id?: string | null;
            } | null;
        };
        PostBody: {
            channel_id: string;
            text: string;
            client_key: string;
            media?: {
                attachment_id: string;
                alt: string;
            }[] | null;
            langs?: string[] | null;
            card_url?: string | null;
            card?: {
                title: string;
                description: string;
                attachment_id?: string | null;
            } | null;
        };
        QuoteBody: {
            text: string;
            client_key: string;
            channel_id?: string | null;
            media?: {
                attachment_id: string;
                alt: string;
            }[] | null;
            langs?: string[] | null;
            card_url?: string | null;
            card?: {
                title: string;
                description: string;
                attachment_id?: string | null;
            } | null;
        };
        AsBody: {
            channel_id?: string | null;
        };
        DeleteBody: {
            reason: string;
        };
        TieBody: {
            account_id: string;
            channel_id?: string | null;
        };
        BlockBody: {
            account_id: string;
            channel_id?: string | null;
            reason: string;
        };
        PersonAccount: {
            id: string;
            person_id: string;
            network: string;
            handle: string;
            name: string;
            avatar_url: string | null;
            ours: boolean;
            /** @enum {string} */
            silenced: "no" | "muted" | "blocked";
            /** @enum {string} */
            standing: "active" | "deactivated" | "suspended" | "deleted";
            labels: string[];
            bio: string;
            followers: number | null;
            follows: number | null;
            posts: number | null;
            url: string | null;
            /** Format: date-time */
            joined_at: string | null;
            follows_us: boolean | null;
            /** @enum {string} */
            followed: "no" | "pending" | "yes";
            /** @enum {string} */
            muted: "no" | "pending" | "yes";
            /** @enum {string} */
            blocked: "no" | "pending" | "yes";
            blocks_us: boolean;
        };
        RecentPost: {
            post_id: string;
            conversation_id: string;
            text: string;
            /** Format: date-time */
            created_at: string;
            ours: boolean;
        };
        PersonCard: {
            id: string;
            name: string;
            accounts: components["schemas"]["PersonAccount"][];
            /** Format: date-time */
            first_heard_at: string | null;
            /** Format: date-time */
            last_heard_at: string | null;
            said: number;
            answered: number;
            likes_given: number;
            recent: components["schemas"]["RecentPost"][];
        };
        /** @enum {string} */
        ChannelState: "connected" | "reconnect" | "disconnected";
        Limits: {
            text_max: number;
            /** @enum {string} */
            text_unit: "graphemes" | "characters";
            images_max: number;
            image_bytes_max: number;
        };
        CoverageSpan: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            complete: boolean;
            reason: string | null;
        };
        CoverageSource: {
            source: string;
            label: string;
            /** Format: date-time */
            read_to: string | null;
            last_error: string | null;
            /** Format: date-time */
            last_error_at: string | null;
            spans: components["schemas"]["CoverageSpan"][];
        };
        Channel: {
            id: string;
            network: string;
            state: components["schemas"]["ChannelState"];
            account: components["schemas"]["AccountRef"];
            service: string | null;
            /** Format: date-time */
            connected_at: string;
            limits: components["schemas"]["Limits"];
            error: string | null;
            sources: components["schemas"]["CoverageSource"][];
            history: components["schemas"]["History"] | null;
        };
        /** @enum {string} */
        HistoryReach: "month" | "quarter" | "year" | "all";
        History: {
            /** @enum {string} */
            state: "running" | "done" | "stopped";
            /** Format: date-time */
            back_to: string | null;
            /** Format: date-time */
            reached: string | null;
            posts: number;
            note: string | null;
            /** Format: date-time */
            started_at: string;
        };
        HistoryBody: {
            reach: components["schemas"]["HistoryReach"];
        };
        ChannelList: {
            items: components["schemas"]["Channel"][];
        };
        ConnectBody: {
            network: string;
            handle?: string | null;
            app_password?: string | null;
            address?: string | null;
            service?: string | null;
            history?: components["schemas"]["HistoryReach"] | null;
        };
        BeginSignInBody: {
            network?: string | null;
            service?: string | null;
            channel_id?: string | null;
            shows_code?: boolean;
            history?: components["schemas"]["HistoryReach"] | null;
        };
        ChannelSignIn: {
            address: string;
            state: string;
            shows_code: boolean;
        };
        FinishSignInBody: {
            state: string;
            code: string;
        };
        ReconnectBody: {
            app_password?: string | null;
        };
        FindBody: {
            network: string;
            address: string;
        };
        FoundSource: {
            address: string;
            title: string;
            format: string;
        };
        FoundSourceList: {
            items: components["schemas"]["FoundSource"][];
        };
        Token: {
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string | null;
        };
        NewToken: {
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string | null;
            secret: string;
        };
        TokenList: {
            items: components["schemas"]["Token"][];
        };
        TokenBody: {
            name: string;
        };
        /** @enum {string} */
        TagColor: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "pink";
        TagRef: {
            id: string;
            name: string;
            color: components["schemas"]["TagColor"];
        };
        Tag: {
            id: string;
            name: string;
            color: components["schemas"]["TagColor"];
            open: number;
            waiting: number;
            snoozed: number;
            resolved: number;
            skipped: number;
        };
        TagList: {
            items: components["schemas"]["Tag"][];
        };
        TagBody: {
            name: string;
            color: components["schemas"]["TagColor"];
        };
        MergeTagBody: {
            into_id: string;
        };
        /** @enum {string} */
        Sentiment: "negative" | "neutral" | "positive";
        /** @enum {string} */
        Intent: "question" | "complaint" | "praise" | "request" | "suggestion" | "thanks" | "problem" | "sales_interest" | "spam";
        Reading: {
            language: string;
            /** @enum {string} */
            read: "all" | "sentiment" | "nothing";
            sentiment: {
                label: components["schemas"]["Sentiment"];
                score: number;
                p: number[];
                evidence: number[][];
            } | null;
            intents: {
                label: components["schemas"]["Intent"];
                p: number;
                evidence: number[][];
            }[];
            reasons: {
                key: string;
                name: string;
                p: number;
                evidence: number[][];
            }[];
            topics: {
                id: string;
                name: string;
                p: number;
                evidence: number[][];
            }[];
            emotion: {
                /** @enum {string} */
                label: "joy" | "anger" | "sadness" | "fear" | "surprise" | "gratitude" | "disappointment" | "none";
                p: number;
                evidence: number[][];
            } | null;
            toxicity: {
                p: number;
                evidence: number[][];
            } | null;
            urgency: {
                value: number;
                evidence: number[][];
            } | null;
            needs_reply: {
                value: boolean;
                p: number;
                /** @enum {string} */
                why: "asks" | "complains" | "urgent" | "buying" | "suggests" | "kind" | "says" | "spam" | "empty" | "unread";
                evidence: number[][];
            };
            corrected: ("sentiment" | "intents" | "reasons")[];
        };
        RowReading: {
            sentiment: components["schemas"]["Sentiment"] | null;
            urgency: number | null;
            needs_reply: boolean;
            intents: components["schemas"]["Intent"][];
            reasons: string[];
            topics: string[];
        };
        CorrectionBody: {
            sentiment?: components["schemas"]["Sentiment"];
            intents?: components["schemas"]["Intent"][];
            reasons?: string[];
        };
        Reason: {
            key: string;
            name: string;
            builtin: boolean;
            merged_into: string | null;
        };
        ReasonList: {
            items: components["schemas"]["Reason"][];
        };
        ReasonBody: {
            name: string;
        };
        MergeReasonBody: {
            into: string;
        };
        ReasonSummary: {
            days: number;
            reads: boolean;
            catching_up: boolean;
            items: {
                key: string;
                name: string;
                posts: number;
                before: number;
                examples: components["schemas"]["PostExample"][];
            }[];
        };
        PostExample: {
            post_id: string;
            conversation_id: string;
            text: string;
            /** Format: date-time */
            created_at: string;
        };
        Learning: {
            reading: boolean;
            on: boolean;
            active: boolean;
            corrections: number;
            fresh: number;
            learns_at: number;
            /** Format: date-time */
            trained_at: string | null;
            examples: number;
            before: number | null;
            after: number | null;
        };
        SwitchLearningBody: {
            on: boolean;
        };
        Topic: {
            id: string;
            name: string;
            terms: string[];
        };
        TopicList: {
            items: components["schemas"]["Topic"][];
        };
        TopicSummary: {
            days: number;
            reads: boolean;
            catching_up: boolean;
            items: {
                id: string;
                name: string;
                terms: string[];
                posts: number;
                before: number;
                examples: components["schemas"]["PostExample"][];
            }[];
        };
        TopicBody: {
            name: string;
        };
        MergeTopicBody: {
            into_id: string;
        };
        Remedy: {
            id: string;
            reason: components["schemas"]["ReasonRef"];
            done: string;
            article: components["schemas"]["ArticleRef"] | null;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["MemberRef"];
            /** Format: date-time */
            closed_at: string | null;
            whole: boolean;
            people: number;
            told: number;
            aside: number;
        };
        RemedyPage: {
            items: components["schemas"]["Remedy"][];
            next_cursor: string | null;
        };
        RemedyPerson: {
            person_id: string;
            account: components["schemas"]["AccountRef"];
            conversation_id: string;
            post_id: string;
            /** Format: date-time */
            said_at: string;
            excerpt: string;
            /** @enum {string} */
            told: "no" | "draft" | "sending" | "sent";
            /** Format: date-time */
            told_at: string | null;
            aside: {
                reason: string;
                by: components["schemas"]["MemberRef"] | null;
            } | null;
        };
        RemedyPeoplePage: {
            items: components["schemas"]["RemedyPerson"][];
            next_cursor: string | null;
        };
        RemedyBody: {
            done: string;
            days?: number;
            article_id?: string | null;
        };
        AsideBody: {
            reason: string;
        };
        Monitor: {
            id: string;
            name: string;
            query: string;
            /** @enum {string} */
            color: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "pink";
            paused: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            changed_at: string;
            today: number;
            week: number;
            week_before: number;
            catching_up: boolean;
            broken: string | null;
        };
        MonitorPage: {
            items: components["schemas"]["Monitor"][];
            next_cursor: string | null;
        };
        MonitorBody: {
            name: string;
            query: string;
            /** @enum {string} */
            color?: "gray" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "violet" | "pink";
            paused?: boolean;
        };
        TextSpan: {
            begin: number;
            end: number;
        };
        HeardPost: {
            post: components["schemas"]["Post"];
            conversation_id: string;
            state: components["schemas"]["State"];
            skip_reason: components["schemas"]["SkipReason"] | null;
            spans: components["schemas"]["TextSpan"][];
            monitors: {
                id: string;
                spans: components["schemas"]["TextSpan"][];
            }[];
        };
        HeardPage: {
            items: components["schemas"]["HeardPost"][];
            next_cursor: string | null;
        };
        QueryCheckBody: {
            query: string;
            /** @enum {string} */
            dialect?: "brandwatch" | "meltwater" | "talkwalker" | "sprinklr" | "x" | "youscan" | "sentione";
            strict?: boolean;
        };
        QueryCheck: {
            ok: boolean;
            diagnostics: {
                begin: number;
                end: number;
                /** @enum {string} */
                severity: "error" | "warning";
                code: string;
                reason: string;
                fix: {
                    begin: number;
                    end: number;
                    with: string;
                    query: string;
                } | null;
            }[];
            query: string | null;
            words: string | null;
            notes: {
                begin: number;
                end: number;
                /** @enum {string} */
                fate: "kept" | "approximated" | "dropped";
                what: string;
                reason: string | null;
            }[];
        };
        QueryFieldList: {
            items: {
                name: string;
                /** @enum {string} */
                kind: "words" | "choice" | "name" | "address" | "count" | "time";
                choices: string[];
                what: string;
            }[];
        };
        PreviewBody: {
            query: string;
            days?: number;
            cursor?: string;
            rejected?: string[];
        };
        PreviewPart: {
            looked: number;
            found: number;
            /** Format: date-time */
            back_to: string;
            next_cursor: string | null;
            days: {
                day: string;
                found: number;
            }[];
            samples: components["schemas"]["HeardPost"][];
            terms: {
                begin: number;
                end: number;
                text: string;
                found: number;
                alone: number;
            }[];
            beside: components["schemas"]["WordTotal"][];
            rejected: {
                word: string;
                rejected: number;
                kept: number;
            }[];
        };
        WordTotal: {
            word: string;
            found: number;
        };
        MentionTally: {
            key: string;
            name: string | null;
            total: number;
        };
        MentionSummary: {
            days: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            total: number;
            before: number;
            negative: number;
            looked_at: number;
            volume: {
                /** Format: date-time */
                at: string;
                total: number;
                negative: number;
            }[];
            spikes: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                total: number;
                usual: number;
                authors: number;
                terms: components["schemas"]["WordTotal"][];
                posts: components["schemas"]["HeardPost"][];
            }[];
            sentiments: components["schemas"]["MentionTally"][];
            reasons: components["schemas"]["MentionTally"][];
            languages: components["schemas"]["MentionTally"][];
            networks: components["schemas"]["MentionTally"][];
            authors: {
                account: {
                    id: string;
                    person_id: string;
                    network: string;
                    handle: string;
                    name: string;
                    avatar_url: string | null;
                    ours: boolean;
                    /** @enum {string} */
                    silenced: "no" | "muted" | "blocked";
                    /** @enum {string} */
                    standing: "active" | "deactivated" | "suspended" | "deleted";
                    labels: string[];
                };
                total: number;
            }[];
            sites: components["schemas"]["MentionTally"][];
            links: components["schemas"]["MentionTally"][];
            states: components["schemas"]["MentionTally"][];
            skip_reasons: components["schemas"]["MentionTally"][];
        };
        ShareOfVoice: {
            days: number;
            monitors: {
                id: string;
                total: number;
                before: number;
                share: number;
            }[];
            steps: {
                /** Format: date-time */
                at: string;
                totals: {
                    id: string;
                    total: number;
                }[];
            }[];
        };
        SourceCoverage: {
            channel_id: string | null;
            network: string;
            handle: string | null;
            source: string;
            /** @enum {string} */
            state: "reading" | "behind" | "error" | "reconnect" | "paused" | "off";
            /** Format: date-time */
            read_to: string | null;
            /** Format: date-time */
            checked_at: string | null;
            error: string | null;
            spans: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                complete: boolean;
                reason: string | null;
            }[];
            can_backfill: boolean;
        };
        Backfill: {
            id: string;
            channel_id: string;
            monitor_id: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            state: "running" | "done" | "stopped";
            posts: number;
            note: string | null;
            /** Format: date-time */
            started_at: string;
        };
        CoverageList: {
            days: number;
            sources: components["schemas"]["SourceCoverage"][];
            backfills: components["schemas"]["Backfill"][];
        };
        BackfillBody: {
            channel_id: string;
            monitor_id?: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        Alert: {
            id: string;
            monitor: string;
            /** @enum {string} */
            kind: "spike" | "negative" | "person";
            /** Format: date-time */
            at: string;
            says: string;
            posts: string[];
            conversation: string | null;
            read: boolean;
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            next_cursor: string | null;
        };
        AlertRule: {
            /** @enum {string} */
            kind: "spike" | "negative" | "person";
            app: boolean;
            emails: string[];
            webhook: string;
            webhook_secret: string | null;
            handles: string[];
            deliveries: components["schemas"]["AlertReceiver"][];
        };
        AlertReceiver: {
            /** @enum {string} */
            carrier: "mail" | "webhook";
            address: string;
            /** @enum {string} */
            state: "waiting" | "sent" | "failed" | "unknown";
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            sent_at: string | null;
            failed: number;
            waiting: number;
            /** Format: date-time */
            next_try_at: string | null;
            error: string | null;
            /** Format: date-time */
            error_at: string | null;
        };
        AlertRules: {
            rules: components["schemas"]["AlertRule"][];
        };
        AlertRulesBody: {
            rules: {
                /** @enum {string} */
                kind: "spike" | "negative" | "person";
                app?: boolean;
                emails?: string[];
                webhook?: string | null;
                handles?: string[];
            }[];
        };
        View: {
            id: string;
            name: string;
            shared: boolean;
            mine: boolean;
            may_change: boolean;
            total: number | null;
            /** @enum {string} */
            state: "open" | "waiting" | "snoozed" | "resolved" | "skipped" | "all";
            owner: string | null;
            channel_id: string | null;
            tag_id: string | null;
            sentiment: components["schemas"]["Sentiment"] | null;
            intent: components["schemas"]["Intent"] | null;
            reason: string | null;
            topic_id: string | null;
            needs_reply: boolean | null;
            urgent: boolean;
            q: string | null;
            order: string | null;
        };
        ViewList: {
            items: components["schemas"]["View"][];
        };
        ViewBody: {
            name: string;
            shared?: boolean;
            /** @enum {string} */
            state: "open" | "waiting" | "snoozed" | "resolved" | "skipped" | "all";
            owner?: string | null;
            channel_id?: string | null;
            tag_id?: string | null;
            sentiment?: components["schemas"]["Sentiment"] | null;
            intent?: components["schemas"]["Intent"] | null;
            reason?: string | null;
            topic_id?: string | null;
            needs_reply?: boolean | null;
            urgent?: boolean;
            q?: string | null;
            order?: string | null;
        };
        ViewOrderBody: {
            ids: string[];
        };
        /** @enum {string} */
        ArticleKind: "article" | "resource";
        /** @enum {string} */
        ArticleStatus: "draft" | "published" | "archived";
        /** @enum {string} */
        Medium: "" | "page" | "video" | "deck" | "expert";
        ArticleRow: {
            id: string;
            kind: components["schemas"]["ArticleKind"];
            status: components["schemas"]["ArticleStatus"];
            language: string;
            category_id: string | null;
            slug: string;
            title: string;
            url: string;
            medium: components["schemas"]["Medium"];
            owner_id: string | null;
            /** Format: date-time */
            review_at: string | null;
            link: string;
            uses: number;
            /** Format: date-time */
            changed_at: string;
            version: number;
        };
        Article: {
            id: string;
            kind: components["schemas"]["ArticleKind"];
            status: components["schemas"]["ArticleStatus"];
            language: string;
            category_id: string | null;
            slug: string;
            title: string;
            url: string;
            medium: components["schemas"]["Medium"];
            owner_id: string | null;
            /** Format: date-time */
            review_at: string | null;
            link: string;
            uses: number;
            /** Format: date-time */
            changed_at: string;
            version: number;
            markdown: string;
            questions: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            published_at: string | null;
            translations: {
                id: string;
                language: string;
                title: string;
                status: components["schemas"]["ArticleStatus"];
            }[];
        };
        ArticlePage: {
            items: components["schemas"]["ArticleRow"][];
            next_cursor: string | null;
            to_review: number;
        };
        ArticleBody: {
            kind?: components["schemas"]["ArticleKind"];
            status?: components["schemas"]["ArticleStatus"];
            language: string;
            category_id?: string | null;
            slug?: string | null;
            title: string;
            markdown?: string | null;
            url?: string | null;
            medium?: components["schemas"]["Medium"];
            questions?: string | null;
            owner_id?: string | null;
            /** Format: date-time */
            review_at?: string | null;
        };
        ArticleChangeBody: {
            kind?: components["schemas"]["ArticleKind"];
            status?: components["schemas"]["ArticleStatus"];
            language: string;
            category_id?: string | null;
            slug?: string | null;
            title: string;
            markdown?: string | null;
            url?: string | null;
            medium?: components["schemas"]["Medium"];
            questions?: string | null;
            owner_id?: string | null;
            /** Format: date-time */
            review_at?: string | null;
            version: number;
        };
        ArticleUse: {
            id: string;
            conversation_id: string | null;
            post_id: string | null;
            /** @enum {string} */
            kind: "linked" | "resolved";
            by: components["schemas"]["MemberRef"] | null;
            /** Format: date-time */
            at: string;
            person: string;
            excerpt: string;
            state: ("open" | "waiting" | "snoozed" | "resolved" | "skipped" | "heard") | null;
            again: ("better" | "same" | "worse" | "unread") | null;
        };
        ArticleUsePage: {
            items: components["schemas"]["ArticleUse"][];
            next_cursor: string | null;
        };
        ArticleSuggestion: {
            article: {
                id: string;
                title: string;
                link: string;
                kind: components["schemas"]["ArticleKind"];
                language: string;
                medium: components["schemas"]["Medium"];
            };
            passage: {
                text: string;
                spans: components["schemas"]["TextSpan"][];
            } | null;
            post_spans: components["schemas"]["TextSpan"][];
            because: ("words" | "asked_before" | "used_before" | "language")[];
        };
        ArticleSuggestionList: {
            items: components["schemas"]["ArticleSuggestion"][];
        };
        ArticleCategory: {
            id: string;
            name: string;
            slug: string;
            place: number;
            articles: number;
        };
        ArticleCategoryList: {
            items: components["schemas"]["ArticleCategory"][];
        };
        ArticleCategoryBody: {
            name: string;
        };
        ArticleCategoryChangeBody: {
            name: string;
            place?: number | null;
        };
        ArticleFile: {
            name: string;
            text: string;
        };
        ArticleFileList: {
            files: components["schemas"]["ArticleFile"][];
        };
        ArticleImportBody: {
            /** @enum {string} */
            format: "markdown" | "zendesk" | "chatwoot" | "auto";
            language?: string | null;
            files?: components["schemas"]["ArticleFile"][];
            export?: unknown;
        };
        ArticleImport: {
            items: {
                name: string;
                /** @enum {string} */
                did: "made" | "changed" | "left";
                why: string;
                article_id: string | null;
            }[];
            made: number;
            changed: number;
            left: number;
        };
        SuggestBody: {
            id?: unknown;
            post: {
                text: string;
            };
            articles: {
                id?: unknown;
                title: string;
                body?: string;
                language?: string | null;
                link?: string | null;
                questions?: string[];
            }[];
            most?: number | null;
        };
        Suggested: {
            id: unknown;
            suggestions: {
                article: string;
                title: string;
                link?: string;
                score: number;
                passage: string | null;
                spans: number[][];
                post_spans: number[][];
            }[];
        };
        ProposalBody: {
            post_id: string;
        };
        Proposal: {
            id: string;
            post_id: string;
            text: string;
            model: string;
            /** Format: date-time */
            at: string;
        };
        BulkBody: {
            /** @enum {string} */
            verb: "assign" | "snooze" | "resolve" | "skip" | "reopen" | "tag" | "untag";
            items: {
                id: string;
                version?: number | null;
            }[];
            member_id?: string | null;
            /** Format: date-time */
            until?: string;
            resolution?: string;
            reason?: string;
            article_id?: string | null;
            detail?: string;
            tag_id?: string;
        };
        UndoBody: {
            items: {
                conversation_id: string;
                decision_id: string;
            }[];
        };
        BulkResult: {
            id: string;
            /** @enum {string} */
            outcome: "done" | "unchanged" | "changed" | "gone";
            decision_id: string | null;
            row: components["schemas"]["ConversationRow"] | null;
        };
        BulkResultList: {
            items: components["schemas"]["BulkResult"][];
        };
        PresenceBody: {
            /** @enum {string} */
            state: "looking" | "replying" | "gone";
            tab?: string | null;
        };
        Presence: {
            conversation_id: string;
            members: {
                id: string;
                name: string;
                /** @enum {string} */
                state: "looking" | "replying";
            }[];
        };
        PresenceList: {
            items: components["schemas"]["Presence"][];
        };
        Voice: {
            /** @enum {string} */
            warmth: "brisk" | "even" | "warm";
            /** @enum {string} */
            formality: "casual" | "even" | "formal";
            /** @enum {string} */
            emoji: "none" | "few" | "many";
            /** @enum {string} */
            humour: "none" | "some";
            signature: string;
            avoid: string[];
            love: string[];
            names: string[];
            allowed_promises: string[];
            require_clean: boolean;
            changed_by: string | null;
            /** Format: date-time */
            changed_at: string | null;
        };
        VoiceBody: {
            /** @enum {string} */
            warmth: "brisk" | "even" | "warm";
            /** @enum {string} */
            formality: "casual" | "even" | "formal";
            /** @enum {string} */
            emoji: "none" | "few" | "many";
            /** @enum {string} */
            humour: "none" | "some";
            signature: string;
            avoid: string[];
            love: string[];
            names: string[];
            allowed_promises: string[];
            require_clean: boolean;
        };
        /** @enum {string} */
        CoachRuleName: "unanswered" | "points" | "empathy" | "defensive" | "deflect" | "tone" | "private" | "promise" | "contradiction" | "language" | "limits" | "name" | "generic" | "thin" | "hype" | "stuffy" | "resource" | "open" | "invites";
        CoachRule: {
            rule: components["schemas"]["CoachRuleName"];
            /** @enum {string} */
            setting: "usual" | "off" | "nice" | "consider" | "fix";
            /** @enum {string} */
            usual: "fix" | "consider" | "nice";
            praises: boolean;
        };
        CoachRules: {
            rules: components["schemas"]["CoachRule"][];
        };
        CoachRulesBody: {
            rules: {
                rule: components["schemas"]["CoachRuleName"];
                /** @enum {string} */
                setting: "usual" | "off" | "nice" | "consider" | "fix";
            }[];
        };
        ReviewBody: {
            post_id: string;
            text: string;
            channel_id?: string | null;
            media?: {
                alt?: string;
            }[];
            card_url?: string;
        };
        CoachPoint: {
            /** @enum {string} */
            kind: "question" | "request" | "problem";
            post_span: number[];
            answered: boolean;
            draft_spans: number[][];
        };
        CoachFinding: {
            rule: components["schemas"]["CoachRuleName"];
            /** @enum {string} */
            severity: "fix" | "consider" | "nice";
            draft_spans: number[][];
            post_spans: number[][];
            why: string;
            next: string;
            replace?: string;
            shows?: {
                text: string;
                /** Format: date-time */
                at: string;
                post_id: string;
                conversation_id: string;
            }[];
            article?: components["schemas"]["CoachArticle"];
        };
        CoachArticle: {
            id: string;
            title: string;
            link: string;
        };
        Review: {
            points: components["schemas"]["CoachPoint"][];
            findings: components["schemas"]["CoachFinding"][];
            articles: components["schemas"]["CoachArticle"][];
            clean: boolean;
            must_be_clean: boolean;
        };
        CoachLine: {
            draft: string;
            post: {
                text: string;
                network?: string;
                author?: {
                    name?: string;
                    handle?: string;
                };
            };
            person?: {
                name?: string;
                handle?: string;
                past?: {
                    text: string;
                    ours?: boolean;
                }[];
            };
            thread?: {
                text: string;
                ours?: boolean;
            }[];
            voice?: {
                /** @enum {string} */
                warmth?: "brisk" | "even" | "warm";
                /** @enum {string} */
                formality?: "casual" | "even" | "formal";
                /** @enum {string} */
                emoji?: "none" | "few" | "many";
                /** @enum {string} */
                humour?: "none" | "some";
                signature?: string;
                avoid?: string[];
                love?: string[];
                own?: string[];
                may_promise?: string[];
            };
            rules?: {
                [key: string]: "usual" | "off" | "nice" | "consider" | "fix";
            };
            articles?: {
                url?: string;
                title?: string;
                text?: string;
                passage?: string;
            }[];
            sent?: {
                question?: string;
                reply: string;
            }[];
            limit?: number;
            card_url?: string;
            picture_without_description?: boolean;
        };
        CoachAnswer: {
            points: components["schemas"]["CoachPoint"][];
            findings: {
                rule: components["schemas"]["CoachRuleName"];
                /** @enum {string} */
                severity: "fix" | "consider" | "nice";
                draft_spans: number[][];
                post_spans: number[][];
                why: string;
                next: string;
                replace?: string;
                shows?: string[];
                article?: {
                    url: string;
                    title: string;
                };
            }[];
        };
        HelpSite: {
            slug: string;
            enabled: boolean;
            title: string;
            intro: string;
            accent: string;
            url: string;
            /** Format: date-time */
            changed_at: string;
        };
        HelpSiteBody: {
            slug: string;
            enabled?: boolean;
            title: string;
            intro?: string;
            accent?: string;
        };
        GapPost: {
            post_id: string;
            conversation_id: string;
            text: string;
            author: string;
            /** Format: date-time */
            at: string;
        };
        Gap: {
            id: string;
            name: string;
            words: string[];
            language: string;
            /** @enum {string} */
            state: "open" | "written" | "dismissed";
            article_id: string | null;
            people: number;
            waiting: number;
            posts: number;
            longest_wait: number;
            /** Format: date-time */
            first_at: string;
            /** Format: date-time */
            last_at: string;
            examples: components["schemas"]["GapPost"][];
        };
        GapList: {
            items: components["schemas"]["Gap"][];
            /** Format: date-time */
            learned_at: string | null;
        };
        GapPostList: {
            items: components["schemas"]["GapPost"][];
        };
        ArticleDraftBody: {
            gap_id?: string | null;
            conversation_ids?: string[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            kind: "invalid" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "answered_meanwhile" | "elsewhere" | "too_large" | "too_many" | "unavailable" | "internal";
            field: string | null;
            request_id: string;
            answers?: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchBody"];
            };
        };
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description Member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MembershipList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description Membership */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description Workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MemberList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            /** @description NewInvitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoleList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description Member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description InvitationList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NewInvitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationSecretBody"];
            };
        };
        responses: {
            /** @description OpenInvitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinBody"];
            };
        };
        responses: {
            /** @description Session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AuditPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description open (default), waiting, snoozed, resolved, skipped or all */
                state?: string;
                /** @description me, nobody, or the id of a member */
                owner?: string;
                /** @description id of a channel */
                channel?: string;
                /** @description id of a tag */
                tag?: string;
                /** @description me: those with a note that names me, the latest first */
                mentioned?: string;
                /** @description instead of all others: these conversations, at most 200, in no order */
                ids?: string;
                /** @description words that have to occur; one call looks through 800 posts found, so a page with a next_cursor may be short or empty */
                q?: string;
                /** @description of a search: newest (default), or relevance among the newest 500 posts found; of open ones: priority, what needs a reply and is urgent first, then longest waiting */
                order?: string;
                /** @description negative, neutral or positive: the worst of those who wait. One call that asks for readings looks through 2,000 conversations, so a page with a next_cursor may be short or empty */
                sentiment?: string;
                /** @description what one of those who wait wants: question, complaint, praise, request, suggestion, thanks, problem, sales_interest or spam */
                intent?: string;
                /** @description key of a reason that one of them gives */
                reason?: string;
                /** @description id of a topic that one of them speaks of */
                topic?: string;
                /** @description yes or no */
                needs_reply?: string;
                /** @description yes: those alone */
                urgent?: string;
                /** @description key of a reason: conversations with a post that gave it within the last `days`, also one that was answered since, the newest such post first. Not with q */
                gave?: string;
                /** @description id of a topic: the same of posts that are about it */
                about?: string;
                /** @description of gave and about: 1 to 366, 30 by default */
                days?: string;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ConversationPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThread: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ThreadPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveBody"];
            };
        };
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skipConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipBody"];
            };
        };
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenBody"];
            };
        };
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            /** @description BulkResultList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResultList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBody"];
            };
        };
        responses: {
            /** @description BulkResultList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResultList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tagConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    untagConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PresenceList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportConversation: {
        parameters: {
            query?: {
                /** @description json (default), md or txt */
                format?: string;
                /** @description 1 for the team's notes, too; for those who may answer */
                notes?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationExport"];
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            /** @description Proposal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TagList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagBody"];
            };
        };
        responses: {
            /** @description Tag */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagBody"];
            };
        };
        responses: {
            /** @description Tag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeTagBody"];
            };
        };
        responses: {
            /** @description Tag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ViewList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewBody"];
            };
        };
        responses: {
            /** @description View */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    arrangeViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewOrderBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewBody"];
            };
        };
        responses: {
            /** @description View */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description article or resource */
                kind?: string;
                /** @description draft, published or archived */
                status?: string;
                /** @description id of a category */
                category?: string;
                /** @description as "en" */
                language?: string;
                /** @description due: those that somebody should look at again */
                review?: string;
                /** @description words that have to occur in the title, the questions or the text. One call looks through 1,000 articles, so a page with a next_cursor may be short or empty */
                q?: string;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ArticlePage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleBody"];
            };
        };
        responses: {
            /** @description Article */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleImportBody"];
            };
        };
        responses: {
            /** @description ArticleImport */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleImport"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ArticleFileList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleFileList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestStatelessly: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestBody"];
            };
        };
        responses: {
            /** @description Suggested */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggested"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleChangeBody"];
            };
        };
        responses: {
            /** @description Article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticleUses: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ArticleUsePage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleUsePage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuggestions: {
        parameters: {
            query?: {
                /** @description id of a post; the one that waits longest by default */
                post?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ArticleSuggestionList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleSuggestionList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GapList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGapPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GapPostList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapPostList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gap */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenGap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gap */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gap"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleDraftBody"];
            };
        };
        responses: {
            /** @description Article */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticleCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ArticleCategoryList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCategoryList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createArticleCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleCategoryBody"];
            };
        };
        responses: {
            /** @description ArticleCategory */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCategory"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeArticleCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleCategoryChangeBody"];
            };
        };
        responses: {
            /** @description ArticleCategory */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCategory"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeArticleCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description Reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uncorrectReading: {
        parameters: {
            query?: {
                /** @description sentiment, intents or reasons: of this alone */
                part?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReasonList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReason: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Reason */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseReasons: {
        parameters: {
            query?: {
                /** @description 1 to 366, 30 by default */
                days?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReasonSummary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonSummary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeReasonBody"];
            };
        };
        responses: {
            /** @description Reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fixReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemedyBody"];
            };
        };
        responses: {
            /** @description Remedy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRemedies: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 50, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RemedyPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemedyPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remedy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRemedyPeople: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RemedyPeoplePage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemedyPeoplePage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AsideBody"];
            };
        };
        responses: {
            /** @description RemedyPerson */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemedyPerson"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bringBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RemedyPerson */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemedyPerson"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remedy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remedy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TopicList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseTopics: {
        parameters: {
            query?: {
                /** @description how many days back: 1 to 366, 30 by default */
                days?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TopicSummary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicSummary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicBody"];
            };
        };
        responses: {
            /** @description Topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeTopicBody"];
            };
        };
        responses: {
            /** @description Topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMonitors: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MonitorPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitorPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonitorBody"];
            };
        };
        responses: {
            /** @description Monitor */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitor"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonitorBody"];
            };
        };
        responses: {
            /** @description Monitor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitor"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeard: {
        parameters: {
            query?: {
                /** @description how many days back: 1 to 366 */
                days?: string;
                /** @description said at this time or later */
                from?: string;
                /** @description said before this time */
                to?: string;
                /** @description negative, neutral or positive. One call that asks for anything looks through 2,000 posts, so a page with a next_cursor may be short or empty */
                sentiment?: string;
                /** @description key of a reason that it gives */
                reason?: string;
                /** @description language it is in, as in pt */
                language?: string;
                /** @description id of the account that said it */
                author?: string;
                /** @description where it was said, as in bluesky */
                network?: string;
                /** @description host of a link in it */
                site?: string;
                /** @description address it links to, whole */
                link?: string;
                /** @description of its conversation: heard, open, waiting, snoozed, resolved or skipped; or answered: we wrote in its thread, and nobody waits there now */
                state?: string;
                /** @description why it was skipped, as in not_for_us */
                skip_reason?: string;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HeardPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeardPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseMentions: {
        parameters: {
            query?: {
                /** @description 1 to 90, 30 by default; of up to three days the steps are hours */
                days?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MentionSummary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionSummary"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shareOfVoice: {
        parameters: {
            query?: {
                /** @description 1 to 90, 30 by default; of up to three days the steps are hours */
                days?: string;
                /** @description ids of up to 100, with commas between; all by default, where those are no more */
                monitors?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ShareOfVoice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareOfVoice"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryCheckBody"];
            };
        };
        responses: {
            /** @description QueryCheck */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryCheck"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueryFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QueryFieldList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryFieldList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description PreviewPart */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPart"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description 1 to 100, 50 by default */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AlertPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markAlertsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AlertRules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRules"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertRulesBody"];
            };
        };
        responses: {
            /** @description AlertRules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRules"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCoverage: {
        parameters: {
            query?: {
                /** @description 1 to 366, 30 by default */
                days?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CoverageList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillBody"];
            };
        };
        responses: {
            /** @description Backfill */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Backfill */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Learning */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Learning"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchLearning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchLearningBody"];
            };
        };
        responses: {
            /** @description Learning */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Learning"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Voice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voice"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoiceBody"];
            };
        };
        responses: {
            /** @description Voice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voice"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCoachRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CoachRules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachRules"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCoachRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachRulesBody"];
            };
        };
        responses: {
            /** @description CoachRules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachRules"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description Review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askCoach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoachLine"];
            };
        };
        responses: {
            /** @description CoachAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoachAnswer"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Attachment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardBody"];
            };
        };
        responses: {
            /** @description Card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quotePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repostPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AsBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unrepostPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    likePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AsBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlikePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hidePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unhidePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonCard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonCard"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TieBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfollowPerson: {
        parameters: {
            query: {
                /** @description id of the account */
                account_id: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mutePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmutePerson: {
        parameters: {
            query: {
                /** @description id of the account */
                account_id: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockBody"];
            };
        };
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblockPerson: {
        parameters: {
            query: {
                /** @description id of the account */
                account_id: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Act */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ChannelList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectBody"];
            };
        };
        responses: {
            /** @description Channel */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginSignInBody"];
            };
        };
        responses: {
            /** @description ChannelSignIn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelSignIn"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishSignInBody"];
            };
        };
        responses: {
            /** @description Channel */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindBody"];
            };
        };
        responses: {
            /** @description FoundSourceList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundSourceList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconnectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconnectBody"];
            };
        };
        responses: {
            /** @description Channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HistoryBody"];
            };
        };
        responses: {
            /** @description Channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHelpSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HelpSite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpSite"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putHelpSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpSiteBody"];
            };
        };
        responses: {
            /** @description HelpSite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpSite"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TokenList */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            /** @description NewToken */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description resume after this event, instead of the header Last-Event-ID */
                after?: string;
                /** @description where the page believes it is, instead of the header X-Workspace */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events conversation, counts, act, channel, person, team, tags, views, mention, reading, monitor, alert, article, presence, reset and ping */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description What went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
