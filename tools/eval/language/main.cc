// How well and how fast we tell languages apart, beside CLD2 and fastText's lid.176 on the same
// texts.
//
//   eval_language [OUT.json] [--model models/language.bin] [--by-language] [--dev FILE]
//
// All are asked in two ways, alike for each: free to say any language they know, and restricted to
// the languages of the test set. CLD2 cannot be restricted, so the likeliest of the three languages
// it names that is in the set counts; lid.176 ranks all its 176. Their "no" counts as Bokmål.
// --dev measures on what tools/train/language held out instead of the test sets.

#include <time.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "peers.h"
#include "source_dir.h"

namespace rapport {
namespace {

struct Row {
  std::string language;
  std::string text;
};

// The languages with the most speakers and posts that all three identifiers know; the published
// benchmarks of ELD and lingua name no such list of 27, so this one is our choice.
const std::set<std::string> kMajor = {"ar", "bg", "cs", "da", "de", "el", "en", "es", "fa",
                                      "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
                                      "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh"};

std::vector<Row> rows_of(const std::string& path) {
  std::string content;
  if (gzFile file = ::gzopen(path.c_str(), "rb")) {
    char buffer[1 << 16];
    int size = 0;
    while ((size = ::gzread(file, buffer, sizeof(buffer))) > 0) {
      content.append(buffer, static_cast<std::size_t>(size));
    }
    ::gzclose(file);
  }
  std::vector<Row> out;
  std::istringstream lines(content);
  std::string line;
  while (std::getline(lines, line)) {
    const auto tab = line.find('\t');
    if (tab != std::string::npos) out.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return out;
}

struct Benchmark {
  std::string name;
  std::vector<Row> rows;
  std::map<std::string, double> published;
  double to_beat = 0;
};

struct Answer {
  double accuracy = 0;  // percent
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_language;
  std::map<std::string, std::size_t> wrong;
};

Answer ask(Identifier& who, const Benchmark& benchmark, const std::set<std::string>& among) {
  Answer out;
  std::size_t right = 0;
  for (const Row& row : benchmark.rows) {
    const std::string said = who.guess(row.text, among);
    auto& [good, all] = out.by_language[row.language];
    ++all;
    if (said == row.language) {
      ++good;
      ++right;
    } else {
      ++out.wrong[row.language + ">" + said];
    }
  }
  out.accuracy = 100.0 * static_cast<double>(right) / static_cast<double>(benchmark.rows.size());
  return out;
}

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Texts a second of processor time, so that others on the machine count less: the best of three.
double speed(Identifier& who, const Benchmark& benchmark) {
  double best = 0;
  std::size_t kept = 0;
  for (int pass = 0; pass < 3; ++pass) {
    const double start = processor_seconds();
    for (const Row& row : benchmark.rows) kept += who.time(row.text);
    const double passed = processor_seconds() - start;
    best = std::max(best, static_cast<double>(benchmark.rows.size()) / passed);
  }
  return kept == 0 ? 0 : best;
}

std::vector<Row> only_major(std::vector<Row> rows) {
  std::erase_if(rows, [](const Row& row) { return !kMajor.contains(row.language); });
  return rows;
}

std::vector<Benchmark> test_sets(const std::string& folder) {
  const auto sentences = rows_of(folder + "/sentences.tsv.gz");
  const auto pairs = rows_of(folder + "/word_pairs.tsv.gz");
  return {
      {"liga",
       rows_of(folder + "/liga_tweets.tsv"),
       {{"CLD2", 96.0}, {"lid.176", 98.9}, {"ELD", 99.7}},
       99.3},
      {"sentences27",
       only_major(sentences),
       {{"CLD2", 96.6}, {"lid.176", 97.4}, {"ELD", 95.3}},
       97.5},
      {"word_pairs27", only_major(pairs), {{"CLD2", 82.6}, {"lid.176", 79.3}, {"ELD", 85.7}}, 84.0},
      {"sentences75", sentences, {}, 0},
      {"word_pairs75", pairs, {}, 0},
  };
}

std::vector<Benchmark> dev_sets(const std::string& path) {
  std::map<std::string, std::vector<Row>> of;
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    const auto a = line.find('\t');
    const auto b = line.find('\t', a + 1);
    of[line.substr(0, a)].push_back({line.substr(a + 1, b - a - 1), line.substr(b + 1)});
  }
  std::vector<Benchmark> out;
  for (auto& [kind, rows] : of) {
    out.push_back({"dev " + kind + " major", only_major(rows), {}, 0});
    out.push_back({"dev " + kind, std::move(rows), {}, 0});
  }
  return out;
}

void print_details(const Answer& answer) {
  for (const auto& [language, counts] : answer.by_language) {
    std::printf(" %s:%.1f", language.c_str(),
                100.0 * static_cast<double>(counts.first) / static_cast<double>(counts.second));
  }
  std::vector<std::pair<std::size_t, std::string>> worst;
  for (const auto& [what, count] : answer.wrong) worst.emplace_back(count, what);
  std::sort(worst.begin(), worst.end(), std::greater<>());
  std::printf("\n  mistaken:");
  for (std::size_t i = 0; i < worst.size() && i < 20; ++i) {
    std::printf(" %s:%zu", worst[i].second.c_str(), worst[i].first);
  }
  std::printf("\n");
}

std::string number(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", digits, value);
  return text;
}

std::string best_of(const Benchmark& benchmark) {
  std::string out;
  for (const auto& [who, figure] : benchmark.published) {
    out += (out.empty() ? "" : ", ") + who + " " + number(figure, 1);
  }
  return out;
}

int evaluate(const std::string& model, const std::string& json_path, const std::string& dev,
             bool by_language) {
  const char* given = std::getenv("RAPPORT_DATA");
  const std::string data = given != nullptr ? given : RAPPORT_SOURCE_DIR "/../shared/data";
  if (!std::filesystem::exists(data + "/language/liga_tweets.tsv")) {
    std::printf(
        "The shared data (../shared/data, or RAPPORT_DATA) is not here: nothing to judge.\n");
    return 0;
  }
  std::vector<std::unique_ptr<Identifier>> all;
  all.push_back(ours(model));
  if (!all.back()) {
    std::fprintf(stderr, "%s cannot be read.\n", model.c_str());
    return 1;
  }
  all.push_back(cld2());
  all.push_back(fasttext(data + "/language/lid.176.ftz"));
  std::erase(all, nullptr);
  if (all.size() < 3) {
    std::printf(
        "Built without CLD2 or fastText (libcld2-dev, libfasttext-dev): compared with less.\n");
  }

  std::string json = "[\n";
  // Fields that tools/eval/collect.mjs and tools/bench know. Figures of column "shipped" fill that
  // column of the row of their name, and peers' and speeds have no row.
  const auto put = [&](const Benchmark& of, const std::string& metric, const char* column,
                       double value, const char* unit, const std::string& baselines,
                       double to_beat) {
    const std::string benchmark = "language/" + of.name;
    if (json.size() > 2) json += ",\n";
    json += "  {\"name\": \"" + benchmark + " " + metric + "\", \"value\": " + number(value, 2) +
            ", \"unit\": \"" + unit + "\", \"better\": \"higher\", \"benchmark\": \"" + benchmark +
            "\", \"metric\": \"" + metric + "\", \"column\": \"" + column +
            "\", \"to_beat\": " + (to_beat > 0 ? number(to_beat, 1) : "null") +
            ", \"baselines\": \"" + baselines + "\", \"best\": \"" + best_of(of) +
            "\", \"dev\": null, \"own_only\": null, \"multiply_adds\": null, \"published\": {";
    const char* before = "\"";
    for (const auto& [who, figure] : of.published) {
      json += before + who + "\": " + number(figure, 1);
      before = ", \"";
    }
    json += "}}";
  };

  std::printf("%-20s %-9s %10s %10s %12s\n", "set", "who", "free %", "among %", "posts/s");
  for (const auto& benchmark : dev.empty() ? test_sets(data + "/language") : dev_sets(dev)) {
    if (benchmark.rows.empty()) continue;
    std::set<std::string> among;
    for (const Row& row : benchmark.rows) among.insert(row.language);
    std::array<std::string, 2> peers;  // what they reach here, free and restricted
    std::array<double, 2> reached{};
    for (const auto& who : all) {
      const Answer free = ask(*who, benchmark, {});
      const Answer restricted = ask(*who, benchmark, among);
      const double rate = speed(*who, benchmark);
      const std::string name(who->name());
      std::printf("%-20s %-9s %10.2f %10.2f %12.0f\n", benchmark.name.c_str(), name.c_str(),
                  free.accuracy, restricted.accuracy, rate);
      if (by_language) print_details(free);
      if (name == "rapport") {
        reached = {free.accuracy, restricted.accuracy};
      } else {
        peers[0] += (peers[0].empty() ? "here " : ", ") + name + " " + number(free.accuracy, 2);
        peers[1] +=
            (peers[1].empty() ? "here " : ", ") + name + " " + number(restricted.accuracy, 2);
        put(benchmark, name + " accuracy", "shipped", free.accuracy, "%", "", 0);
        put(benchmark, name + " accuracy among its languages", "shipped", restricted.accuracy, "%",
            "", 0);
      }
      put(benchmark, name + " speed", "shipped", rate, "posts/s", "", 0);
    }
    for (const char* column : {"method", "shipped"}) {
      put(benchmark, "accuracy", column, reached[0], "%", peers[0], benchmark.to_beat);
      put(benchmark, "accuracy among its languages", column, reached[1], "%", peers[1],
          benchmark.to_beat);
    }
    if (!benchmark.published.empty()) {
      std::printf("%-20s to beat %.1f; published:", "", benchmark.to_beat);
      for (const auto& [who, figure] : benchmark.published)
        std::printf(" %s %.1f", who.c_str(), figure);
      std::printf("\n");
    }
  }
  json += "\n]\n";
  if (!json_path.empty()) std::ofstream(json_path) << json;
  return 0;
}

}  // namespace
}  // namespace rapport

int main(int count, char** arguments) {
  std::string model = RAPPORT_SOURCE_DIR "/models/language.bin";
  std::string json;
  std::string dev;
  bool by_language = false;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--by-language") {
      by_language = true;
    } else if (i + 1 < count && argument == "--model") {
      model = arguments[++i];
    } else if (i + 1 < count && argument == "--dev") {
      dev = arguments[++i];
    } else if (!argument.starts_with("-") && json.empty()) {
      json = argument;
    } else {
      std::fprintf(stderr,
                   "eval_language [OUT.json] [--model FILE] [--by-language] [--dev FILE]\n");
      return 2;
    }
  }
  return rapport::evaluate(model, json, dev, by_language);
}
