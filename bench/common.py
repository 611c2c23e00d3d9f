"""What the scripts of this folder share: the packaged portal as a process, its archive, addresses drawn by seed, figures.

Nothing is written but below target/bench. Settings from outside: JAVA_HOME, and JAVA_OPTIONS for the portal's Java
(default -XX:+UseSerialGC -Xmx256m, as the README advises; -Dsulan.…=… may stand there as well), PORTAL_JAR (what bin/warm-start makes).
"""
import atexit
import gzip
import http.client
import json
import os
import pathlib
import platform
import random
import re
import shlex
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / 'target' / 'bench'
APP = ROOT / 'target' / 'quarkus-app'
JAR = pathlib.Path(os.environ.get('PORTAL_JAR', APP / 'quarkus-run.jar')).absolute()
JAVA_OPTIONS = os.environ.get('JAVA_OPTIONS', '-XX:+UseSerialGC -Xmx256m')
TICKS = os.sysconf('SC_CLK_TCK')
SEED = 1


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def fail(message):
    say(message)
    sys.exit(1)


def java():
    home = os.environ.get('JAVA_HOME')
    return str(pathlib.Path(home) / 'bin' / 'java') if home else 'java'


# ---- processes -------------------------------------------------------------------------------------------------------

_started = []


def start(command, **settings):
    """A process that is ended with this script, whatever happens to the script."""
    process = subprocess.Popen(command, **settings)
    _started.append(process)
    return process


def stop(process, patience=300):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            say(f'process {process.pid} did not end in {patience} s and was killed')
            process.kill()
            process.wait()
    if process in _started:
        _started.remove(process)


@atexit.register
def _stop_all():
    for process in list(_started):
        stop(process)


for _signal in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(_signal, lambda number, frame: sys.exit(128 + number))


def free_port():
    with socket.socket() as any_port:
        any_port.bind(('127.0.0.1', 0))
        return any_port.getsockname()[1]


def family(pid):
    """The process and its children: nginx answers from those."""
    children = pathlib.Path(f'/proc/{pid}/task/{pid}/children').read_text().split()
    return [pid] + [int(child) for child in children]


def cpu_seconds(pid):
    ticks = 0
    for each in family(pid):
        fields = pathlib.Path(f'/proc/{each}/stat').read_text().rsplit(')', 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def memory(pid):
    """Resident now, and at most so far, in MB."""
    text = pathlib.Path(f'/proc/{pid}/status').read_text()
    return tuple(int(re.search(name + r':\s+(\d+)', text).group(1)) / 1024 for name in ('VmRSS', 'VmHWM'))


def size(path):
    """MB of a file, or of all below a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob('*') if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


# ---- the portal ------------------------------------------------------------------------------------------------------

def build(again=False):
    if again or not JAR.exists() or not (ROOT / 'target/test-classes/sulan/ArchiveGenerator.class').exists():
        say('building …')
        subprocess.run(['mvn', '-o', '-q', '-DskipTests', 'package'], cwd=ROOT, check=True, stdout=sys.stderr)


class Portal:
    """The packaged portal on a data folder, without demo and network. With `with`, it is stopped at the end."""

    def __init__(self, folder, *settings):
        self.port = free_port()
        self.folder = folder
        self.log = folder / 'portal.log'
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(('SULAN_', 'QUARKUS_', 'OPENAI_'))}
        command = [java(), *shlex.split(JAVA_OPTIONS), '-Dquarkus.http.host=127.0.0.1', f'-Dquarkus.http.port={self.port}',
                   '-Dsulan.data=data', '-Dsulan.demo=false', '-Dsulan.huggingface.enabled=false',
                   '-Dsulan.huggingface.thumbnails-every=off', '-Dsulan.operator.password=only-for-measuring',
                   *settings, '-jar', str(JAR)]
        self.started = time.perf_counter()
        self.process = start(command, cwd=folder, env=environment, stdout=self.log.open('w'), stderr=subprocess.STDOUT)
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *error):
        stop(self.process)

    def ready(self, patience=600):
        end = time.time() + patience
        while time.time() < end:
            self.check_alive()
            try:
                if get(self.port, '/q/health/ready')[0] == 200:
                    return self
            except OSError:
                pass
            time.sleep(.1)
        fail(f'the portal was not ready after {patience} s; see {self.log}')

    def check_alive(self):
        if self.process.poll() is not None:
            fail(f'the portal ended; see {self.log}')

    def log_lines(self, word):
        return [line for line in self.log.read_text(errors='replace').splitlines() if word in line]

    def ended(self, kind, items):
        """When the runs of a kind began and ended, in seconds since 1970; None until they have taken in so many items.

        There may be two runs: a file that was written just before the start goes in at the second look.
        """
        begins = []
        for line in self.log_lines(f'{kind.upper()}: '):
            end = re.match(r'(\S+ \S+),(\d+) .* of (\d+) items after ([\d.]+) s .* (\d+) refused: (\w+)$', line)
            if end:
                day, milliseconds, count, seconds, refused, outcome = end.groups()
                if outcome != 'SUCCEEDED' or refused != '0':
                    fail(line)
                at = time.mktime(time.strptime(day, '%Y-%m-%d %H:%M:%S')) + int(milliseconds) / 1000
                begins.append(at - float(seconds))
                items -= int(count)
        return (min(begins), at) if begins and items <= 0 else None

    def json(self, address, patience=300):
        status, _, body = get(self.port, address, {}, patience)
        return json.loads(body) if status == 200 else fail(f'{address}: {status}')

    def await_idle(self, seconds=3, patience=3600):
        """Until it hardly uses the processor: then the index has followed, too."""
        end = time.time() + patience
        while time.time() < end:
            before = cpu_seconds(self.pid)
            time.sleep(seconds)
            self.check_alive()
            if cpu_seconds(self.pid) - before < .1 * seconds:
                return
        fail('the portal does not come to rest')


class Client:
    """One connection that is kept."""

    def __init__(self, port, patience=120):
        self.connection = http.client.HTTPConnection('127.0.0.1', port, timeout=patience)

    def get(self, address, headers={'Accept-Encoding': 'gzip'}):
        """Status, headers in lower case, body as it was sent, and milliseconds."""
        begin = time.perf_counter()
        self.connection.request('GET', address, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begin) * 1000
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body, took


def get(port, address, headers={}, patience=60):
    client = Client(port, patience)
    try:
        return client.get(address, headers)[:3]
    finally:
        client.connection.close()


# ---- the archive -----------------------------------------------------------------------------------------------------

def folder_of(papers):
    return BENCH / str(papers)


def generate(papers, lists=True, seed=SEED):
    """The files of an archive, made once."""
    build()
    folder = folder_of(papers)
    mark = folder / 'generated.txt'
    wanted = f'seed {seed}, lists {lists}'
    if mark.exists() and mark.read_text().startswith(wanted):
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    classes = [ROOT / 'target/test-classes', ROOT / 'target/classes', *(APP / 'lib' / 'main').glob('*commonmark*.jar')]
    made = subprocess.run([java(), '-Xmx256m', '-cp', os.pathsep.join(map(str, classes)), 'sulan.ArchiveGenerator', '--papers',
                           str(papers), '--seed', str(seed), '--into', str(folder)] + (['--lists'] if lists else []),
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    say('generated', made.strip())
    mark.write_text(f'{wanted}\n{made}')
    return folder


def prepare(papers, lists=True, seed=SEED):
    """A folder with an archive in its data folder, imported once, and the figures of that."""
    folder = generate(papers, lists, seed)
    figures = folder / 'imported.json'
    if not figures.exists():
        shutil.rmtree(folder / 'data', ignore_errors=True)
        figures.write_text(json.dumps(import_into(folder, papers, lists), indent=1))
    return folder


def import_into(folder, papers, lists):
    settings = ['-Dsulan.digests=digests'] + (['-Dsulan.huggingface.dumps=lists'] if lists else [])
    kinds = {'import': len(list((folder / 'digests').rglob('*.md')))}
    if lists:
        kinds['dumps'] = len(list((folder / 'lists').rglob('*.json')))
    say(f'importing {papers} papers …')
    figures = {}
    told = time.perf_counter()
    with Portal(folder, *settings) as portal:
        # from the log, since asking for /status would slow down what is measured
        while any(portal.ended(kind, files) is None for kind, files in kinds.items()):
            time.sleep(.5)
            portal.check_alive()
            if time.perf_counter() - told > 30:
                told = time.perf_counter()
                say('  ' + '; '.join(line.split('OpenRun] ')[-1] for line in portal.log_lines('OpenRun')[-2:]))
        portal.ready()
        begins = []
        ends = []
        for kind, files in kinds.items():
            begin, end = portal.ended(kind, files)
            figures[f'{kind} seconds'] = round(end - begin, 1)
            begins.append(begin)
            ends.append(end)
        figures['import papers/s'] = round(papers / (max(ends) - min(begins)))
        portal.await_idle()
        # until the index has followed: the idle seconds are not counted
        figures['seconds until the index was in step'] = round(max(0, time.time() - 3 - max(ends)), 1)
        status = portal.json('/status.json')
        total = portal.json('/papers.json?size=1')['total']
        if total != papers or status['overviews'] < papers:
            fail(f'{papers} papers were to be imported, but lists have {total}, with {status["overviews"]} overviews')
        figures |= {key: status[key] for key in ('editions', 'papers', 'overviews', 'tags')}
        figures['import peak memory MB'] = round(memory(portal.pid)[1])
        figures['import CPU s'] = round(cpu_seconds(portal.pid), 1)
    # the rate of the index alone: it is made anew when it is not there
    shutil.rmtree(folder / 'data' / 'index')
    with Portal(folder) as portal:
        # from the log here, too: a million papers take longer than anybody waits for a portal to be ready
        while portal.ended('index', papers) is None:
            time.sleep(.5)
            portal.check_alive()
        begin, end = portal.ended('index', papers)
        figures['index seconds'] = round(end - begin, 1)
        figures['index papers/s'] = round(papers / max(.001, end - begin))
        portal.await_idle()
    data = folder / 'data'
    figures['database MB'] = round(size(data / 'sulan.mv.db'), 1)
    # as README advises after the import of a large archive
    subprocess.run([ROOT / 'bin' / 'compact', data, APP], check=True, stdout=sys.stderr)
    figures['database MB after bin/compact'] = round(size(data / 'sulan.mv.db'), 1)
    figures['index MB'] = round(size(data / 'index'), 1)
    return figures


# ---- addresses, drawn by seed ----------------------------------------------------------------------------------------

class Addresses:
    """What can be asked of an archive: its days, papers and tags, and combinations of filters that are never the same twice."""

    SORTS = ['newest', 'recommendation', 'practicality', 'novelty', 'upvotes', 'relevance']

    def __init__(self, portal, folder, seed=SEED):
        self.random = random.Random(seed)
        kept = folder / 'addresses.json'
        if not kept.exists():
            kept.write_text(json.dumps(self._ask(portal)))
        known = json.loads(kept.read_text())
        self.days = known['days']
        self.papers = known['papers']
        self.tags = known['tags']
        self.titles = known['titles']
        self.weights = []
        total = 0
        for tag in self.tags:
            total += tag[2]
            self.weights.append(total)
        self.asked = set()

    def _ask(self, portal):
        days = [day['date'] for day in portal.json('/days.json')['days']]
        days.sort(reverse=True)
        # most frequent first; of a large archive the first ones, and as many of the others
        tags = [[tag['slug'], tag['zh'], tag['count']] for tag in portal.json('/tags.json')['tags'] if tag['count']]
        rest = tags[5000:]
        tags = tags[:5000] + random.Random(1).sample(rest, min(5000, len(rest)))
        papers = []
        titles = []
        for day in days[:40] + days[40::max(1, len(days) // 100)]:
            for paper in portal.json(f'/days/{day}.json')['papers']:
                papers.append(paper['id'])
                titles.append(paper['title'])
        return {'days': days, 'tags': tags, 'papers': papers, 'titles': titles}

    def tag(self):
        """As often as papers carry it; now and then any."""
        if self.random.random() < .3:
            return self.random.choice(self.tags)
        return self.random.choices(self.tags, cum_weights=self.weights)[0]

    def hot_day(self):
        return self.days[self.zipf(min(60, len(self.days)))]

    def zipf(self, count):
        """0 is the most frequent."""
        return min(count - 1, int((count + 1) ** self.random.random()) - 1)

    def words(self, kind):
        draw = self.random
        if kind == 'chinese':
            name = self.tag()[1] or '模型'
            return name[:draw.randint(2, 4)] + draw.choice(['', ' 方法', ' 数据', ' 训练', ' 推理'])
        if kind == 'phrase':
            words = draw.choice(self.titles).split()
            at = draw.randrange(max(1, len(words) - 1))
            return '"' + ' '.join(words[at:at + 2]).strip('":') + '"'
        if kind == 'condition':
            day = draw.choice(self.days)
            return draw.choice([f'tag:{self.tag()[0]} rec>={draw.choice([4, 4.5, 4.7])}', f'date:{day[:7]} nov>=4.5',
                                f'{self.words("english")} OR {self.words("english")}', f'{self.words("chinese")} -综述 date:..{day}',
                                f'title:{self.words("english")} prac>4'])
        name = self.tag()[0].split('-')
        return ' '.join(draw.sample(name, min(len(name), draw.randint(1, 2))))

    def parameters(self, kind):
        draw = self.random
        if kind == 'tags':
            return [('tag', self.tag()[0])] + ([('tag', self.tag()[0])] if draw.random() < .3 else [])
        if kind == 'not':
            return [('tag', self.tag()[0]), ('not', self.tag()[0])]
        if kind == 'dates':
            begin, end = sorted(draw.sample(self.days, 2))
            return draw.choice([[('from', begin)], [('to', end)], [('from', begin), ('to', end)]])
        if kind == 'ratings':
            return [(name, draw.choice(['4', '4.5', '4.7', '5'])) for name in
                    draw.sample(['recommendation', 'practicality', 'novelty'], draw.randint(1, 3))]
        if kind == 'sort':
            return [('sort', draw.choice(self.SORTS))]
        if kind == 'deep':
            return [('page', str(draw.randint(2, max(2, min(500, len(self.days) * 20 // 20)))))]
        if kind == 'flags':
            return [(name, 'true') for name in draw.sample(['rated', 'code'], draw.randint(1, 2))]
        return [('q', self.words(kind))]

    def distinct(self, kind, base='/papers'):
        """A list by one kind of filter, with an order, that was not asked for before."""
        for attempt in range(1000):
            given = self.parameters(kind)
            if attempt or self.random.random() < .3:
                given += [pair for pair in self.parameters('sort') if kind != 'sort']
            if attempt > 20:
                given += self.parameters('dates') if kind != 'dates' else self.parameters('ratings')
            address = base + '?' + urllib.parse.urlencode(given)
            if address not in self.asked:
                self.asked.add(address)
                return address
        fail(f'no more different addresses of the kind {kind}')

    def combination(self):
        """Two to four kinds of filters at once."""
        while True:
            kinds = self.random.sample(['tags', 'not', 'dates', 'ratings', 'flags', self.random.choice(
                ['english', 'chinese', 'phrase'])], self.random.randint(2, 3)) + self.random.sample(['sort'], self.random.randint(0, 1))
            given = [pair for kind in kinds for pair in self.parameters(kind)]
            address = '/papers?' + urllib.parse.urlencode(given)
            if address not in self.asked:
                self.asked.add(address)
                return address


# ---- figures ---------------------------------------------------------------------------------------------------------

def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def unpacked(headers, body):
    return gzip.decompress(body) if headers.get('content-encoding') == 'gzip' else body


def machine():
    model = re.search(r'model name\s*:\s*(.+)', pathlib.Path('/proc/cpuinfo').read_text())
    version = subprocess.run([java(), '-version'], capture_output=True, text=True).stderr.strip().splitlines()
    return (f'{os.cpu_count()} processors ({model.group(1) if model else platform.machine()}), '
            f'{platform.system()} {platform.release()}, {version[1] if len(version) > 1 else version[0]}, {JAVA_OPTIONS}')


def table(head, rows):
    lines = ['| ' + ' | '.join(head) + ' |', '|---' + '|--:' * (len(head) - 1) + '|']
    return '\n'.join(lines + ['| ' + ' | '.join(map(str, row)) + ' |' for row in rows])


def spread(values, digits=2):
    return f'{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})'
