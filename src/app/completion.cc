#include "app/completion.h"

#include <CLI/CLI.hpp>
#include <sstream>
#include <vector>

namespace rapport {
namespace {

struct Word {
  std::string text;
  std::string what;
};

struct Choices {
  std::vector<std::string> flags;  // "--state", with all its other names
  std::string what;
  bool takes_value = false;
  std::vector<std::string> values;
};

// A command with what may follow it.
struct Command {
  std::string path;  // "channel add"; empty: before any command
  std::vector<Word> commands;
  std::vector<Choices> options;
  std::vector<std::string> values;  // of what stands by itself, if it is one of a few
};

// The values of CLI::IsMember, which stand as {one,other} in the name of the type.
std::vector<std::string> values_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const auto begin = type.find('{');
  const auto end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return CLI::detail::split(type.substr(begin + 1, end - begin - 1), ',');
}

void gather(const CLI::App& app, const std::string& path, std::vector<Command>& all) {
  Command command{path, {}, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    Choices choices{{}, option->get_description(), option->get_items_expected_max() > 0, {}};
    choices.values = values_of(*option);
    for (const auto& name : option->get_lnames()) choices.flags.push_back("--" + name);
    for (const auto& name : option->get_snames()) choices.flags.push_back("-" + name);
    if (choices.flags.empty()) {
      command.values.insert(command.values.end(), choices.values.begin(), choices.values.end());
    } else {
      command.options.push_back(std::move(choices));
    }
  }
  const auto children = app.get_subcommands([](const CLI::App* child) {
    return !child->get_name().empty() && !child->get_group().empty();
  });
  for (const CLI::App* child : children) {
    command.commands.push_back({child->get_name(), child->get_description()});
  }
  all.push_back(std::move(command));
  for (const CLI::App* child : children) {
    gather(*child, path.empty() ? child->get_name() : path + " " + child->get_name(), all);
  }
}

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char each : text) {
    if (each == '\'') {
      out += "'\\''";
    } else {
      out += each;
    }
  }
  return out + "'";
}

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
  std::string out;
  for (const auto& each : words) (out += out.empty() ? "" : between) += each;
  return out;
}

// The words that may follow, options among them only once a dash was typed.
std::string words_after(const Command& command) {
  std::vector<std::string> words = command.values;
  for (const Word& each : command.commands) words.push_back(each.text);
  return joined(words);
}

std::string flags_of(const Command& command) {
  std::vector<std::string> words;
  for (const Choices& each : command.options) words.push_back(joined(each.flags));
  return joined(words);
}

// 'serve --data'|'serve --port': a pattern of case for each flag that satisfies `wanted`.
template <class Wanted>
std::string patterns(const std::vector<Command>& all, Wanted wanted) {
  std::vector<std::string> out;
  for (const Command& command : all) {
    for (const Choices& each : command.options) {
      if (!wanted(each)) continue;
      for (const auto& flag : each.flags) out.push_back(in_quotes(command.path + " " + flag));
    }
  }
  return joined(out, "|");
}

// What stands before a command and its last word, as the scripts put them together while they walk
// along the line: " member" at first, "member add" below it.
std::string typed(const Command& command) {
  const bool is_below = command.path.find(' ') != std::string::npos;
  return (is_below ? "" : " ") + command.path;
}

// What bash and zsh share: finds the command that was typed, and what may stand at the cursor.
// $words (from 1) and $cursor are set by the shell's own part.
std::string posix_body(const std::vector<Command>& all) {
  std::ostringstream out;
  out << "  local command='' at word values='' options='' before\n"
         "  for ((at = 1; at < cursor; at++)); do\n"
         "    word=${words[at]}\n"
         "    case \"$command $word\" in\n";
  const auto takes = patterns(all, [](const Choices& each) { return each.takes_value; });
  if (!takes.empty()) out << "      " << takes << ") ((at++)) ;;\n";
  for (const Command& command : all) {
    if (command.path.empty()) continue;
    out << "      " << in_quotes(typed(command)) << ") command=" << in_quotes(command.path)
        << " ;;\n";
  }
  out << "    esac\n"
         "  done\n"
         "  before=${words[cursor-1]}\n"
         "  case \"$command $before\" in\n";
  for (const Command& command : all) {
    for (const Choices& each : command.options) {
      if (each.values.empty()) continue;
      std::vector<std::string> names;
      for (const auto& flag : each.flags) names.push_back(in_quotes(command.path + " " + flag));
      out << "    " << joined(names, "|") << ") values=" << in_quotes(joined(each.values))
          << " ;;\n";
    }
  }
  if (!takes.empty()) out << "    " << takes << ") ;;\n";
  out << "    *)\n"
         "      case \"$command\" in\n";
  for (const Command& command : all) {
    out << "        " << in_quotes(command.path) << ") values=" << in_quotes(words_after(command))
        << " options=" << in_quotes(flags_of(command)) << " ;;\n";
  }
  out << "      esac ;;\n"
         "  esac\n";
  return out.str();
}

std::string bash(const std::vector<Command>& all) {
  return "# Completion of rapport for bash, written by: rapport completion bash\n"
         "_rapport() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} cursor=$COMP_CWORD words=()\n"
         "  # \"--state=open\" comes as three words: the sign is passed over.\n"
         "  for ((cursor = 0; cursor <= COMP_CWORD; cursor++)); do\n"
         "    [[ ${COMP_WORDS[cursor]} == = ]] || words+=(\"${COMP_WORDS[cursor]}\")\n"
         "  done\n"
         "  [[ $current != = ]] || { current=''; words+=(''); }\n"
         "  cursor=$((${#words[@]} - 1))\n" +
         posix_body(all) +
         "  [[ $current != -* ]] || values=$options\n"
         "  COMPREPLY=($(compgen -W \"$values\" -- \"$current\"))\n"
         "}\n"
         "complete -o bashdefault -o default -F _rapport rapport\n";
}

std::string zsh(const std::vector<Command>& all) {
  return "#compdef rapport\n"
         "# Completion of rapport for zsh, written by: rapport completion zsh\n"
         "_rapport() {\n"
         "  local cursor=$((CURRENT - 1)) current=${words[CURRENT]}\n"
         "  setopt localoptions ksharrays shwordsplit\n" +
         posix_body(all) +
         "  [[ $current != -* ]] || values=$options\n"
         "  if [[ -n $values ]]; then\n"
         "    compadd -- $values\n"
         "  else\n"
         "    _files\n"
         "  fi\n"
         "}\n"
         "if [[ $funcstack[1] == _rapport ]]; then\n"
         "  _rapport \"$@\"\n"
         "elif (( $+functions[compdef] )); then\n"
         "  compdef _rapport rapport\n"
         "fi\n";
}

std::string fish(const std::vector<Command>& all) {
  std::ostringstream out;
  out << "# Completion of rapport for fish, written by: rapport completion fish\n"
         "function __rapport_command\n"
         "  set -l command ''\n"
         "  set -l skip 0\n"
         "  for word in (commandline -opc)[2..-1]\n"
         "    if test $skip = 1\n"
         "      set skip 0\n"
         "      continue\n"
         "    end\n"
         "    switch \"$command $word\"\n";
  std::vector<std::string> takes;
  for (const Command& command : all) {
    for (const Choices& each : command.options) {
      if (!each.takes_value) continue;
      for (const auto& flag : each.flags) takes.push_back(in_quotes(command.path + " " + flag));
    }
  }
  if (!takes.empty()) out << "      case " << joined(takes) << "\n        set skip 1\n";
  for (const Command& command : all) {
    if (command.path.empty()) continue;
    out << "      case " << in_quotes(typed(command)) << "\n        set command "
        << in_quotes(command.path) << "\n";
  }
  out << "    end\n"
         "  end\n"
         "  echo $command\n"
         "end\n"
         "function __rapport_at\n"
         "  test (__rapport_command) = \"$argv[1]\"\n"
         "end\n";
  for (const Command& command : all) {
    const std::string at =
        "complete -c rapport -n " + in_quotes("__rapport_at " + in_quotes(command.path));
    for (const Word& each : command.commands) {
      out << at << " -f -a " << in_quotes(each.text) << " -d " << in_quotes(each.what) << "\n";
    }
    if (!command.values.empty())
      out << at << " -f -a " << in_quotes(joined(command.values)) << "\n";
    for (const Choices& each : command.options) {
      out << at;
      for (const auto& flag : each.flags) {
        out << (flag.starts_with("--") ? " -l " : " -s ")
            << flag.substr(flag.find_first_not_of('-'));
      }
      if (each.takes_value) out << " -r";
      if (!each.values.empty()) out << " -f -a " << in_quotes(joined(each.values));
      out << " -d " << in_quotes(each.what) << "\n";
    }
  }
  return out.str();
}

}  // namespace

std::string completion_script(const CLI::App& app, Shell shell) {
  std::vector<Command> all;
  gather(app, "", all);
  switch (shell) {
    case Shell::kZsh:
      return zsh(all);
    case Shell::kFish:
      return fish(all);
    case Shell::kBash:
      break;
  }
  return bash(all);
}

}  // namespace rapport
