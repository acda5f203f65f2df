#include "store/voices.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, BrandVoice& voice) {
  to(voice.workspace, voice.warmth, voice.formality, voice.emoji, voice.humour, voice.signature,
     voice.avoid, voice.love, voice.names, voice.promises, voice.require_clean, voice.by,
     voice.changed_at);
}

void columns(Columns& to, RuleChoice& choice) { to(choice.workspace, choice.rule, choice.setting); }

namespace {

class SqlVoices final : public VoiceStore {
 public:
  explicit SqlVoices(Connection& db) : db_(db) {}

  Result<BrandVoice> voice(WorkspaceId workspace) override {
    auto kept =
        db_.query(
               "select workspace_id, warmth, formality, emoji, humour, signature, avoid, love,"
               " names, promises, require_clean, by_member_id, changed_at from voice"
               " where workspace_id = :workspace")
            .bind("workspace", workspace)
            .one<BrandVoice>();
    if (!kept) return fail(std::move(kept.error()));
    return kept->value_or(BrandVoice{.workspace = workspace});
  }

  Result<Done> save(const BrandVoice& voice) override {
    return may_change(
        db_.query("insert into voice (workspace_id, warmth, formality, emoji, humour, signature,"
                  " avoid, love, names, promises, require_clean, by_member_id, changed_at) values"
                  " (:workspace, :warmth, :formality, :emoji, :humour, :signature, :avoid, :love,"
                  " :names, :promises, :require_clean, :by, :changed_at)"
                  " on conflict (workspace_id) do update set warmth = excluded.warmth,"
                  " formality = excluded.formality, emoji = excluded.emoji,"
                  " humour = excluded.humour, signature = excluded.signature,"
                  " avoid = excluded.avoid, love = excluded.love, names = excluded.names,"
                  " promises = excluded.promises, require_clean = excluded.require_clean,"
                  " by_member_id = excluded.by_member_id, changed_at = excluded.changed_at")
            .bind("workspace", voice.workspace)
            .bind("warmth", voice.warmth)
            .bind("formality", voice.formality)
            .bind("emoji", voice.emoji)
            .bind("humour", voice.humour)
            .bind("signature", voice.signature)
            .bind("avoid", voice.avoid)
            .bind("love", voice.love)
            .bind("names", voice.names)
            .bind("promises", voice.promises)
            .bind("require_clean", voice.require_clean)
            .bind("by", voice.by)
            .bind("changed_at", voice.changed_at)
            .run());
  }

  Result<std::vector<RuleChoice>> rules(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, rule, setting from coach_rule"
            " where workspace_id = :workspace order by rule")
        .bind("workspace", workspace)
        .all<RuleChoice>();
  }

  Result<Done> save(const RuleChoice& choice) override {
    return may_change(db_.query("insert into coach_rule (workspace_id, rule, setting) values"
                                " (:workspace, :rule, :setting) on conflict (workspace_id, rule)"
                                " do update set setting = excluded.setting")
                          .bind("workspace", choice.workspace)
                          .bind("rule", choice.rule)
                          .bind("setting", choice.setting)
                          .run());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<VoiceStore> make_voices(Connection& db) { return std::make_unique<SqlVoices>(db); }

}  // namespace rapport
