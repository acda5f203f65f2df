// Chooses on dev how the models are put together, and says what that gives on test.

#pragma once

#include <string>
#include <vector>

#include "methods/report.h"
#include "posts/task.h"

namespace rapport::methods {

inline constexpr const char* kBesides =
    "train splits of the other sets of posts here, act, complaint, reasons, clickbait, UMSAB "
    "English; care posts without labels; all without any text that is held out in any set";
inline constexpr const char* kMethod =
    "logistic regression over words, pairs and pieces + shallow net over words learnt on all sets";

// How the figures of a set with so many features a post are reached.
Way way_of(std::string method, double features, int classes, const Settings& settings);

void judge(const Task& task, const Settings& settings, std::vector<Figure>& figures);
void judge_emotions(const Emotions& emotions, const Settings& settings,
                    std::vector<Figure>& figures);

}  // namespace rapport::methods
